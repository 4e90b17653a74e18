"""Chinese names: a surname and characters that given names are made of, where that reads better than words do.

A run of characters is read twice, with and without the name, by the frequencies of words and of characters in names
(unigrams; Zhang and Liu 2002 mark roles alike); what stands around adds to it. Foreign names stand with a dot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from modelyard.data.personal.not_chinese_names import BRANDS
from modelyard.data.personal.spans import Span

# Two characters each.
_DOUBLE = frozenset(
    re.findall("..", "欧阳司马上官诸葛司徒东方皇甫尉迟公孙慕容令狐宇文长孙夏侯端木南宫歐陽諸葛司馬長孫東方慕容尉遲")
)
_BEFORE = re.compile(
    r"(?:我叫|名叫|叫做|叫|本人|姓名|(?:联系|收件|寄件|收货|发货|经办|申请|负责|投保|被保险|借款|贷款|担保|持有"
    r"|持卡|报案|代表|委托|证|候选|当事|介绍|签收|发言|主持|创始|受益|监护)人"
    r"|(?:妈妈|爸爸|母亲|父亲|孩子|儿子|女儿|老公|老婆|丈夫|妻子|哥哥|弟弟|姐姐|妹妹|同事|朋友|邻居|名字|爷爷"
    r"|奶奶|外婆|外公|舅舅|叔叔|表哥|表姐|表弟|表妹|闺蜜|室友|同学|同桌|男友|女友|堂弟|堂哥|堂姐|堂妹|侄子"
    r"|外甥)(?:名?叫|是)?"
    r"|客户|患者|病人|户主|业主|员工|学生|老板|客服|房东|租客|乘客|司机|车主|作者|导演|主演|演员|歌手|记者|经理"
    r"|医生|律师|主任|校长|店长|原告|被告|值班员|队员|选手|教练|护士|教授|技师|师傅|保安|快递员|外卖员|骑手|厨师"
    r"|设计师|工程师|销售|助理|秘书|会计|主管|组长|班长|船长|法官|民警|嫌疑人|证人|院士|博士|会员|用户|买家|卖家"
    r"|考生|嘉宾|主播"
    r"|[Nn]ame(?: is|:)|I am|我是|[您你]好|请找|找|联系|感谢|谢谢|通知|转告|告诉|转给|交给|发给|寄给|抄送)(?:人"
    r"|名字|的)?[ :：为是（(“\"]{0,3}\Z"
)
_CALLED = re.compile(r"(?:我叫|[名他她]叫|叫做|姓名|全名|本名)(?:是|为)?[ :：“\"]{0,2}\Z")
# What persons do, in one character; weaker than `_DOES`.
_VERBS = frozenset("把被给从是会没不来去也都说和跟让住走买送拍演开考做帮打请教放比答坐站写唱吃喝讲今昨明下上")
_WEAK = re.compile(
    r"(?:和|与|跟|给|问|由|请|让|被|对|向|为|替|陪|同|及|以及|、|因|据|把|将|比|邀请|嫁给|娶了|认识|遇到|看见|采访|喜欢|拜托|麻烦)\Z"
)
_AFTER = re.compile(
    r"(?:先生|小朋友|女士|小姐|老师|教授|医生|大夫|护士|经理|主任|律师|同学|师傅|总监|总经理|警官|阿姨|叔叔|博士|院长"
    r"|校长|队长|同志|老人|院士|书记|局长|处长|部长|市长|省长|县长|法官|教练|医师|导演|董事长|总裁|记者|奶奶"
    r"|爷爷|收|你好|您好|亲启|本人)"
    r"|[,，、 ](?:男|女)(?:[,，、。 ]|性|\Z)|[（(](?:男|女|\d{2}岁|化名)"
)
_DOES = re.compile(
    r"(?:说|表示|认为|告诉|指出|介绍|回忆|透露|坦言|强调|笑道|问道|回答|打来|来电|签字|签名|投诉|反映|预约|报名"
    r"|住在|出生|毕业|获得|获|夺|今年|现年|已经|曾|是我|是一|在|的(?:手机|电话|家|妈妈|爸爸|父亲|母亲|儿子|女儿"
    r"|妻子|丈夫|身份证|地址|病历|账户|工号|邮箱|生日|成绩|订单|快递|车|办公室|房间|声音|作品|歌|电影|演唱会))"
)
# Of what names are hardly made: how much, how, where; and what ends the name of a dish or of a version.
_NO_GIVEN = frozenset("太特很最略真不没沒的了是有也都就还只又再去会能要转被把给从到里那这這两个们吗吧呢掰绕")
_DISH = frozenset("鱼肉茶饼面汤粉皮饭汁鸡糕版赛饺菜酒")
_EDGE = frozenset("，。！？、；：,.!?;: \n\t“”\"'（）()《》【】")
_RUN = re.compile(r"[一-鿿]{2,}")
# Natural logarithms: of how much of all words are names, of two and of three characters, of a character of no list.
_NAME, _TWO, _THREE, _FOUR, _UNSEEN, _RARE = -4.2, -1.2, -0.4, -3.0, -13.0, -11.5
_LONGEST_WORD = 4
# How much better a reading with the name must be, and what is around it adds.
_NEEDED, _TOLD, _HINTED = 1.0, 8.0, 2.0
_MARGIN_FOR_TWO, _KIN, _CALLED_SO, _COMMON_FIRST = 0.8, 4.0, 10.0, 2.0


@cache
def _foreign() -> re.Pattern[str]:
    from modelyard.data.personal.names_han import FOREIGN

    return re.compile(rf"[{FOREIGN}]{{1,6}}(?:[·•・][{FOREIGN}]{{1,6}}){{1,3}}")


@cache
def _lists() -> tuple[dict[str, float], dict[str, float], dict[str, float], dict[str, float]]:
    """Logarithms of the shares of surnames, middle and last characters, and words."""
    from modelyard.data.personal import names_han as data

    tables: list[dict[str, float]] = []
    for text in (data.SURNAMES, data.MIDDLE, data.LAST):
        table: dict[str, float] = {}
        for line in text.split("\n"):
            if line:
                share, signs = line.split()
                table |= dict.fromkeys(signs, -int(share) / 2)
        tables.append(table)
    words: dict[str, float] = {}
    for line in data.WORDS.split("\n"):
        if line:
            length, share, signs = line.split()
            step = int(length)
            words |= dict.fromkeys([signs[i : i + step] for i in range(0, len(signs), step)], -int(share) / 2)
    words |= dict.fromkeys(BRANDS, -9.0)
    return tables[0], tables[1], tables[2], words


def find(text: str) -> Iterator[Span]:
    """Spans of Chinese names."""
    for match in _RUN.finditer(text):
        yield from _in_run(text, match.start(), match[0])
    if "·" in text or "•" in text or "・" in text:
        yield from (Span(*match.span(), "name", 0.9) for match in _foreign().finditer(text))


def _in_run(text: str, start: int, run: str) -> Iterator[Span]:
    surnames, middle, last, words = _lists()
    candidates = []
    for i, sign in enumerate(run):
        if i + 1 == len(run):
            break
        if run[i : i + 2] in _DOUBLE:
            first, length = -3.0, 2
        elif sign in surnames:
            first, length = surnames[sign], 1
        else:
            continue
        for size, share in ((1, _NAME + _TWO + first), (2, _NAME + (_THREE if length == 1 else _FOUR) + first)):
            given = run[i + length : i + length + size]
            if len(given) < size:
                break
            stop = i + length + size
            seen = given[-1] in last and (size == 1 or given[0] in middle) and not _NO_GIVEN & set(given)
            if seen or _AFTER.match(text, start + stop):  # before a title any character will do
                share += last.get(given[-1], _RARE) + (middle.get(given[0], _RARE) if size == 2 else 0.0)
                candidates.append((i, stop, share))
    if not candidates:
        return
    forward, backward = _read(run, words)
    best: list[tuple[float, int, int]] = []
    for i, stop, share in candidates:
        gain = forward[i] + share + backward[stop] - forward[-1]
        needed = (
            _NEEDED
            + (_MARGIN_FOR_TWO if stop - i == 2 else 0.0)
            + (_KIN if run[stop - 1] in _DISH or run[stop - 1] in "家氏府县市区镇村州省" else 0.0)
        )
        if gain + _CALLED_SO + _TOLD < needed:
            continue
        gain += _around(text, start + i, start + stop)
        if gain >= needed:
            best.append((gain - needed, i, stop))
    taken = bytearray(len(run))
    for gain, i, stop in sorted(best, key=lambda one: (-one[0], one[1])):
        if not any(taken[i:stop]):
            taken[i:stop] = b"\1" * (stop - i)
            yield Span(start + i, start + stop, "name", 0.85 if gain > _TOLD else 0.7 if gain > _HINTED else 0.6)


def _read(run: str, words: dict[str, float]) -> tuple[list[float], list[float]]:
    """The best reading without names of every beginning, and of every end, as logarithms of its share."""
    count = len(run)
    forward = [0.0] + [-1e9] * count
    backward = [-1e9] * count + [0.0]
    found: list[list[tuple[int, float]]] = []
    for i in range(count):
        here = [(i + 1, words.get(run[i], _UNSEEN))]
        for stop in range(i + 2, min(count, i + _LONGEST_WORD) + 1):
            share = words.get(run[i:stop])
            if share is not None:
                here.append((stop, share))
        found.append(here)
        value = forward[i]
        for stop, share in here:
            if value + share > forward[stop]:
                forward[stop] = value + share
    for i in range(count - 1, -1, -1):
        backward[i] = max(share + backward[stop] for stop, share in found[i])
    return forward, backward


def _around(text: str, start: int, stop: int) -> float:
    """What stands before and after a name adds to how sure it is."""
    before, after = text[max(0, start - 8) : start], text[stop : stop + 6]
    found = 0.0
    if _CALLED.search(before):
        found += _CALLED_SO
    elif _BEFORE.search(before):
        found += _TOLD
    elif not before or before[-1] in _EDGE or _WEAK.search(before):
        found += 1.0
    if _AFTER.match(after):
        found += _TOLD
    elif not after or after[0] in _EDGE:
        found += 0.5
    elif _DOES.match(after):
        found += _HINTED
    elif after[0] in _VERBS:
        found += 1.0
    return found
