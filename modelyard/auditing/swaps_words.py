"""Words and names that say a person's sex or origin, and what they are swapped for.

Sources: pronouns and nouns are our own lists. English given names: by sex, frequent ones of the last hundred years in
the tables of the US Social Security Administration; by origin, Bertrand and Mullainathan 2004, "Are Emily and Greg more
employable than Lakisha and Jamal?", table 8. Chinese names: frequent whole names, such as the Ministry of Public
Security reports each year (张伟, 王芳, 李娜), and those of school books (小明, 李雷).
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
    ("张伟", "张敏"),
    ("王伟", "王芳"),
    ("李伟", "李娜"),
    ("刘伟", "刘敏"),
    ("王军", "王静"),
    ("李军", "李静"),
    ("张勇", "张丽"),
    ("王勇", "王艳"),
    ("李强", "李秀英"),
    ("王磊", "王丽"),
    ("张杰", "张静"),
    ("小明", "小红"),
    ("李雷", "韩梅梅"),
)
# White-sounding and Black-sounding names of US birth records.
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
    ("Brad", "Darnell"),
    ("Brendan", "Hakim"),
    ("Geoffrey", "Jamal"),
    ("Greg", "Jermaine"),
    ("Brett", "Kareem"),
    ("Jay", "Leroy"),
    ("Matthew", "Rasheed"),
    ("Neil", "Tremayne"),
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
