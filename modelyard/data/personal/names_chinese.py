"""Chinese names: a surname and one or two characters that given names are made of, where the words around say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from modelyard.data.personal.spans import Span

_SINGLE = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金"
    "韦贾夏付方邹熊白孟秦邱侯江尹薛闫阎雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤常温康施牛樊葛邢安齐伍庞颜倪聂章鲁岳翟殷詹申欧耿关"
    "兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游靳辛管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳"
)
_DOUBLE = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "司徒",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "宇文",
    "长孙",
    "夏侯",
    "端木",
    "南宫",
)
# Characters that given names are mostly made of.
_GIVEN = frozenset(
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲红建国华志玉春梅海燕晓雪飞鹏宇浩然子轩梓涵栋誉岚咏欣怡佳琪思雨诗婷婉雅慧颖莹琳"
    "倩薇菲萍莉凤云龙虎林森峰岩鑫鹤翔旭东阳光宏洪亮健康俊豪凯瑞祥福贵宝德仁义礼智信忠孝学文武斌博达远航帆昊天泽润泉清源涵淑珍珠玮"
    "琦瑶瑾瑜璐嘉佳庆荣盛昌兴旺新星晨曦昕晴月婵娥嫣妍妮娇媛嫒美丹青松柏竹菊荷莲蓉芬芝花香蕾薰卉艺若兮一诺依彤可心爱恩惠贤良"
    "诚毅恒坚刚威震雷立民生安宁和睦友朋乐欢悦怡畅逸凡冰寒冬夏秋雁鸿燕莺鹃鸽小大长永久成功胜利全才长江河波涌滨湘川山岭岳昆仑仲伯"
    "叔少幼铭钧钢铁锋锐锦钰银金铃钦镇京津沪渝冀豫鲁皖苏浙闽赣粤桂琼蜀黔滇藏陕甘青宁新疆内蒙卫守正方圆中央先启开创伊尔亚妹姗珊"
    "素贞洁纯真善彩虹霄霖露霜雯霓晶韵音律琴棋书画舒逸群伦奇伍奕弈哲睿聪颂扬景辰炎焱煜烨灿炜焕耀辉晖映昭彦彬彪影徽敬欣歆"
)
_AFTER = re.compile(
    r"(?:我叫|名叫|叫做|本人|姓名|(?:联系|收件|寄件|收货|发货|经办|申请|负责|投保|被保险|借款|贷款|担保|持有|持卡|报案|代表|委托|证)人"
    r"|(?:妈妈|爸爸|母亲|父亲|孩子|儿子|女儿|老公|老婆|丈夫|妻子|哥哥|弟弟|姐姐|妹妹|同事|朋友|邻居|名字)(?:名?叫|是)?"
    r"|客户|患者|户主|员工|学生|老板|客服|房东|租客|乘客|司机|车主|作者|导演|主演|演员|记者|经理|医生|律师|主任|校长|店长|原告|被告|值班员"
    r"|[Nn]ame(?: is|:)|I am|我是|[您你]好|请找|找|问|联系|感谢|谢谢|通知|转告|告诉)(?:人|名字)?[ :：为是（(]{0,3}"
)
_WITH_SEX = re.compile(r"(?<![一-鿿])[一-鿿]{2,4}(?=[,，、 ](?:男|女)(?:[,，、。 ]|性|\Z))")
_TITLE = re.compile(
    r"先生|女士|小姐|老师|教授|医生|大夫|护士|经理|主任|律师|同学|师傅|总监|总经理|警官|阿姨|叔叔|博士|院长|校长|队长|你好|您好"
)
_ALONE = re.compile(r"(?:\A|(?<=[\s,，。；;：:、“”\"'（(]))[一-鿿]{3}(?=\Z|[\s,，。；;、“”\"'）)])")
_LONGEST = 4


def find(text: str) -> Iterator[Span]:
    """Spans of Chinese names."""
    for match in _AFTER.finditer(text):
        length = _length(text[match.end() : match.end() + _LONGEST])
        if length:
            sure = match[0][-1] in " :：" or match[0].startswith(("我叫", "名叫", "姓名", "联系人", "收件人", "收货人"))
            yield Span(match.end(), match.end() + length, "name", 0.85 if sure else 0.7)
    for match in _TITLE.finditer(text):
        if match[0]:
            for length in (4, 3, 2):
                start = match.start() - length
                if start >= 0 and _length(text[start : match.start()]) == length:
                    yield Span(start, match.start(), "name", 0.85)
                    break
    for match in _WITH_SEX.finditer(text):
        if _length(match[0]) == len(match[0]):
            yield Span(*match.span(), "name", 0.85)
    for match in _ALONE.finditer(text):
        if match[0][0] in _SINGLE and match[0][1] in _GIVEN and match[0][2] in _GIVEN:
            yield Span(*match.span(), "name", 0.6)


def _length(text: str) -> int:
    """Characters of the name that `text` begins with; 0 where it begins with none."""
    surname = 2 if text[:2] in _DOUBLE else 1 if text[:1] in _SINGLE else 0
    if not surname or not text[surname : surname + 1] or text[surname] not in _GIVEN:
        return 0
    second = text[surname + 1 : surname + 2]
    return surname + (2 if second and second in _GIVEN else 1)
