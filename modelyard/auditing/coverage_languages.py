"""Which language a text is in: by its script, and where languages share one, by function words or letters.

The lists are our own, of the most frequent function words of each language that the others here have not, or seldom.
"""

from __future__ import annotations

import re

from modelyard.data.scripts import NO_LETTERS, scripts

UNKNOWN = "unknown"
_OF_SCRIPT = {
    "Greek": "Greek",
    "Armenian": "Armenian",
    "Hebrew": "Hebrew",
    "Devanagari": "Hindi",
    "Bengali": "Bengali",
    "Tamil": "Tamil",
    "Telugu": "Telugu",
    "Thai": "Thai",
    "Georgian": "Georgian",
    "Korean": "Korean",
    "Japanese": "Japanese",
}
_WORDS = {
    "English": "the a an and of to in on at by as is was are were that this it its with for you not have has been from "
    "they which his her but my or be while there what who all so out up their one i no than",
    "German": "der die das und ist nicht ein eine einen mit von auf für den dem sich auch wird sind ich zu im war bei "
    "in einer einem an vor während eines am als es aus wie oder hat",
    "French": "le la les des et est une dans pour pas que qui sur avec ce cette du au nous vous je il elle sont mais",
    "Spanish": "el la los las y es una en por que con para no se del al lo como más pero su muy está este son un",
    "Portuguese": "o a os as e é uma em por que com para não se do da no na dos das como mais mas seu muito está um",
    "Italian": "il la gli le e è una che di per non con del della sono questo ma più anche si nel alla come lo un",
    "Dutch": "de het een en van is niet dat die op te met voor zijn er aan ook maar bij om wordt naar ik was",
    "Swedish": "och att det är som en ett på för av inte med den har jag till men om var kan ska också från",
    "Danish": "og at det er som en et på for af ikke med den har jeg til men om var kan skal også fra der",
    "Norwegian": "og at det er som en et på for av ikke med den har jeg til men om var kan skal også fra ble",
    "Finnish": "ja on ei se että oli ovat mutta kun niin myös hän tämä ole joka kuin sen jos minä olen",
    "Polish": "i w nie na się że jest to z do jak ale po co tak za od przez był są jego tym",
    "Czech": "a se na je že to v z ale do jako za po jsem byl jsou tak jeho pro který jak od",
    "Romanian": "și nu este că un o la în cu de pe mai din care să sunt dar pentru a fost",
    "Hungarian": "a az és nem hogy egy is van volt de ez meg mint már csak el még ha azt lesz",
    "Turkish": "ve bir bu için çok da de ile ne gibi var daha ama olan olarak ben mi değil kadar sonra",
    "Indonesian": "yang dan di ini itu dengan untuk tidak dari dalam akan pada juga saya adalah ke karena ada bisa",
    "Vietnamese": "và của là không có được cho một những các trong người này với khi đã rất tôi như cũng",
}
_KNOWN = {name: frozenset(words.split()) for name, words in _WORDS.items()}
# A word that several languages have says less.
_WEIGHT = {word: 1.0 / sum(word in known for known in _KNOWN.values()) for known in _KNOWN.values() for word in known}
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 800  # characters of a text that are looked at
_LEAST, _AHEAD = 0.06, 1.15  # score a word that the best must have, and how far before the next
# Characters that one written form of Chinese has and the other has not, among the most frequent.
_TRADITIONAL = frozenset(
    "這個們來時國會學對說無過還後點開長問現經與兩關見頭實體動電樣業書東車當發給讓買賣愛聽寫讀錢飯館員氣歡風錯覺總認"
)
_SIMPLIFIED = frozenset(
    "这个们来时国会学对说无过还后点开长问现经与两关见头实体动电样业书东车当发给让买卖爱听写读钱饭馆员气欢风错觉总认"
) - frozenset("个")


def language(text: str) -> str:
    """English, German, Chinese (simplified), Russian, ...; `unknown` where nothing tells."""
    text = text[:_MOST]
    script = next(iter(scripts([text])))
    if script == NO_LETTERS:
        return UNKNOWN
    if script == "Chinese":
        return _chinese(text)
    if script == "Cyrillic":
        return _cyrillic(text.casefold())
    if script == "Arabic":
        return "Persian" if any(letter in text for letter in "پچژگ") else "Arabic"
    if script != "Latin":
        return _OF_SCRIPT.get(script, script)
    words = _WORD.findall(text.casefold())
    scores = sorted(((_score(words, known), name) for name, known in _KNOWN.items()), reverse=True)
    best, second = scores[0], scores[1]
    if best[0] < _LEAST * len(words) or best[0] < _AHEAD * second[0]:
        return UNKNOWN
    return best[1]


def _score(words: list[str], known: frozenset[str]) -> float:
    return sum(_WEIGHT[word] for word in words if word in known)


def _chinese(text: str) -> str:
    old, new = sum(letter in _TRADITIONAL for letter in text), sum(letter in _SIMPLIFIED for letter in text)
    return "Chinese (traditional)" if old > new else "Chinese (simplified)"


def _cyrillic(text: str) -> str:
    if any(letter in text for letter in "їєґ"):
        return "Ukrainian"
    if any(letter in text for letter in "ыэё"):
        return "Russian"
    if any(letter in text for letter in "ћђџљњј"):
        return "Serbian"
    return "Bulgarian" if "ъ" in text and "ь" not in text else "Russian"
