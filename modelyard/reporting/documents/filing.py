"""What a filing of a generative service in China asks for, in Chinese, filled as far as a run can.

Source: the form 生成式人工智能（大语言模型）上线备案申请表 (basic facts, development, service and safeguards, safety
assessment, commitment), under 生成式人工智能服务管理暂行办法 (2023), article 17; the assessment's points are those of
GB/T 45654-2025 (before: TC260-003).
"""

from __future__ import annotations

from modelyard.core.words import quantity, size
from modelyard.reporting.documents import facts
from modelyard.reporting.documents.entry import Entry, group, missing, render, said
from modelyard.reporting.evidence import Evidence

# The scripts that texts in China mostly have; others keep their English name.
_SCRIPTS = {"Chinese": "中文", "Latin": "拉丁文字", "Japanese": "日文", "Cyrillic": "西里尔文字", "other": "其他"}


def applies(evidence: Evidence) -> bool:
    """Whether the model writes texts."""
    return evidence.is_language and not evidence.is_masked


def document(evidence: Evidence) -> str:
    """The document as Markdown."""
    found = entries(evidence)
    asked = [entry for entry in found if not entry.group]
    introduction = (
        f"{evidence.title}。依照《生成式人工智能（大语言模型）上线备案申请表》的栏目整理，"
        f"{len(asked)} 项中已填 {len(asked) - len(missing(found))} 项。",
        "内容取自本次训练的证据与 recipe 中的说明，供填表参考；是否需要备案、材料是否足够，本文件不作判断。",
    )
    return render(f"备案材料草稿：{evidence.title}", introduction, found, language="zh")


def entries(evidence: Evidence) -> list[Entry]:
    """The form's parts."""

    def one(heading: str, *statements: str, field: str = "") -> Entry:
        return Entry(heading=heading, statements=statements, field=f"card.{field}" if field else "", level=3)

    return [
        group("一、基本情况"),
        one("模型名称", evidence.title),
        one("单位", *said(evidence, "provider"), field="provider"),
        one("联系人", *said(evidence, "contact"), field="contact"),
        one("主要功能与适用范围", *said(evidence, "purpose", "users"), field="purpose"),
        group("二、模型研制情况"),
        one("模型与规模", *_model(evidence)),
        one("训练算力", *_compute(evidence)),
        one("训练语料规模", *_corpus(evidence)),
        one("训练语料来源与授权", *said(evidence, "origin", "consent"), field="origin"),
        one("语料标注与标注规则", *said(evidence, "labelling"), field="labelling"),
        one("语料清洗与发现的问题", *_cleaning(evidence)),
        group("三、服务与安全防范"),
        one("服务方式", *said(evidence, "form"), field="form"),
        one("人工监督与违法内容处置", *said(evidence, "oversight"), field="oversight"),
        one("使用限制", *said(evidence, "misuse"), field="misuse"),
        one("运行监测", *said(evidence, "monitoring"), field="monitoring"),
        one("模型更新", *said(evidence, "changes", "version"), field="changes"),
        group("四、安全评估"),
        one("语料安全评估", *_quoted(facts.exhibits(evidence, "personal", "memorisation"))),
        one("生成内容安全评估"),
        one("问题拒答评估"),
        group("五、自愿承诺"),
        one("承诺书"),
    ]


def _model(evidence: Evidence) -> tuple[str, ...]:
    parameters = evidence.training.get("parameters")
    start, own = facts.started_from(evidence), "从零训练，未使用已有模型的权重"
    found = [f"以 {start} 为起点训练；如为境外开源模型或未备案模型须另行说明" if start else own]
    if evidence.shipped:
        found.insert(0, f"结构：{evidence.shipped}" + (f"，参数量 {quantity(parameters)}" if parameters else ""))
    return tuple(found)


def _compute(evidence: Evidence) -> tuple[str, ...]:
    seconds = evidence.training.get("seconds")
    machine = evidence.plan.get("environment") or {}
    parts = [str(machine["system"])] if machine.get("system") else []
    parts += [f"{machine['processors']} 个处理器"] if machine.get("processors") else []
    return (f"{'，'.join(parts)}；训练用时 {seconds / 3600:.2f} 小时",) if seconds and parts else ()


def _corpus(evidence: Evidence) -> tuple[str, ...]:
    sizes, counts = evidence.bundle.get("bytes") or {}, evidence.bundle.get("counts") or {}
    found = [f"训练文本 {size(sizes['train'])}"] if isinstance(sizes, dict) and sizes.get("train") else []
    if counts.get("train"):
        found.append(f"训练样本 {counts['train']:,} 段")
    scripts = evidence.tokens.get("compression") or {}
    total = sum(item["bytes"] for item in scripts.values()) or 1
    if scripts:
        shares = ((_SCRIPTS.get(name, name), item["bytes"] / total) for name, item in scripts.items())
        found.append("文种：" + facts.share_of(shares))
    return tuple(found)


def _cleaning(evidence: Evidence) -> tuple[str, ...]:
    counts = evidence.bundle.get("counts") or {}
    named = (("train", "训练"), ("validation", "验证"), ("test", "测试"))
    parts = [f"{said_so} {counts[name]:,} 段" for name, said_so in named if counts.get(name)]
    return (*(["划分：" + "，".join(parts)] if parts else ()), *_quoted(facts.findings(evidence)))


def _quoted(lines: tuple[str, ...]) -> tuple[str, ...]:
    """What the examination wrote, in its own words, marked as such."""
    return tuple(f"检查结果原文（英文）：{line}" for line in lines)
