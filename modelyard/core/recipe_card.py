"""The recipe's section `card:`: what only people can say of a model, for its card, its data sheet and regulators."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from modelyard.core.recipe_base import Section

Statement = Annotated[str | None, Field(max_length=4000)]


class Card(Section):
    """Statements that no measurement can make; what is left out is listed in the documents as not stated."""

    provider: Statement = Field(None, examples=["Example Ltd, Berlin"], description="Who provides the system.")
    contact: Statement = Field(None, examples=["ml@example.com"], description="Who answers questions and complaints.")
    version: Statement = Field(None, examples=["2026-11"], description="Version, and how it relates to earlier ones.")
    purpose: Statement = Field(
        None, examples=["Sorts customer letters for the support team."], description="What it is intended for."
    )
    misuse: Statement = Field(
        None, examples=["Not for decisions about persons."], description="What it must not be used for."
    )
    users: Statement = Field(None, examples=["Our support team."], description="Who uses it, and whom it is about.")
    form: Statement = Field(None, examples=["HTTP API"], description="In what form it is delivered.")
    oversight: Statement = Field(
        None, examples=["A person reads every refusal."], description="Human oversight: who can stop or overrule it."
    )
    origin: Statement = Field(
        None, examples=["Letters received by us in 2024 and 2025."], description="Where the data comes from."
    )
    consent: Statement = Field(
        None, examples=["Contract, Art. 6 (1) b GDPR."], description="Legal basis, consent, rights in the data."
    )
    labelling: Statement = Field(
        None, examples=["Two clerks each; disputes settled by a third."], description="Who labelled it, by what rules."
    )
    risks: Statement = Field(
        None, examples=["Reviewed each quarter; register in the handbook."], description="How risks are managed."
    )
    monitoring: Statement = Field(
        None, examples=["Weekly sample of 200 answers."], description="How it is watched in use."
    )
    changes: Statement = Field(None, examples=["Retrained monthly."], description="Changes made and foreseen.")
    standards: Statement = Field(None, examples=["ISO/IEC 42001"], description="Standards applied.")
    declaration: Statement = Field(
        None, examples=["Declaration of conformity of 2026-11-01."], description="The EU declaration of conformity."
    )
    maintenance: Statement = Field(
        None, examples=["Deleted after two years."], description="Who keeps the data, how long, how it is corrected."
    )
