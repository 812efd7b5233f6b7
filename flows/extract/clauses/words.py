"""Word classes of English and the tag of a token: what little grammar the chunker needs (seeds/function_words.csv, verbs.csv)."""

from functools import cache
from typing import Final

from flows.extract.clauses.inflect import noun_forms, verb_forms
from flows.language.phrases import Phrases
from flows.language.seeds import rows

# Tags: D determiner, P preposition, C conjunction, A auxiliary, M modal, V finite or participle, G -ing form, B base form, S -s form,
# F one that is no noun, N noun or adjective, I pronoun, R relative, W "that", U subordinator, X "to", Y adverb, O negation,
# Z participle or adjective
NOUN: Final = "N"
# Marks: , comma, ; dash and colon, ( ) brackets, " quotation mark, ' genitive, . what grammar does not see
_MARKS: Final = (
    dict.fromkeys("–—-?!:;", ";")
    | dict.fromkeys("([", "(")
    | dict.fromkeys(")]", ")")
    | dict.fromkeys('"“”‘', '"')
    | {",": ",", "&": "C", "/": "C"}
)
_FORM_TAGS: Final = {"past": "V", "participle": "V", "ing": "G", "base": "B", "s": "S"}


@cache
def telling() -> Phrases:
    """Finds the words that may tell of an event or report speech: sentences without one need no grammar."""
    found: set[str] = set()
    for row in (*rows("event_triggers"), *rows("reporting_verbs")):
        first, _, last = row["lemma"].replace("_", " ").partition(" ")
        if row["part"] == "noun":
            found.update(form for noun in (last or first).split()[-1].split("/") for form in noun_forms(noun))
        else:
            found.update(form for verb in first.split("/") for form in verb_forms(verb))
    return Phrases(sorted(found))


@cache
def listed() -> dict[str, str]:
    """Word → tag of the closed classes and of every form of every verb that a seed list names."""
    lemmas = {row["lemma"] for row in rows("verbs")}
    telling = (*rows("event_triggers"), *rows("reporting_verbs"))
    lemmas |= {
        verb for row in telling if row["part"] in ("verb", "light") for verb in row["lemma"].split()[0].split("/")
    }
    found = {form: _FORM_TAGS[tag] for lemma in sorted(lemmas) for form, tag in verb_forms(lemma).items()}
    found |= {
        row["form"].lower(): "." for row in rows("postnominals") if row["alone"] != "bar"
    }  # Rear Admiral X PSM paid a call
    return found | {word: row["tag"] for row in rows("function_words") for word in row["words"].split()}


@cache
def occasions() -> frozenset[str]:
    """The forms of nouns for what happens at a time (seeds/occasion_nouns.csv)."""
    return frozenset(form for row in rows("occasion_nouns") for form in noun_forms(row["noun"]))


@cache
def participles() -> frozenset[str]:
    """Forms that are participles and never a past: written, taken."""
    lemmas = {row["lemma"] for row in rows("verbs")}
    return frozenset(form for lemma in lemmas for form, part in verb_forms(lemma).items() if part == "participle")


def tag(word: str) -> str:
    """The likeliest tag of a lower-case word or a mark, out of context."""
    if not word[0].isalnum() and word not in listed():
        return "'" if word[0] in "'’" else _MARKS.get(word, ".")
    known = listed().get(word)
    if known:
        return known
    if word.endswith("ed") and len(word) > 4:
        return "V"
    if word.endswith("ing") and len(word) > 5:
        return "G"
    return "Y" if word.endswith("ly") and len(word) > 5 else NOUN
