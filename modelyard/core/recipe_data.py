"""The recipe's section `data`: where rows come from, how they are split and cleaned."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from modelyard.core.recipe_base import Fraction, Positive, Section, Strings


class Split(Section):
    """How rows are dealt where no separate validation or test file is given. Duplicates never straddle a split."""

    by: Literal["stratified", "random", "group", "time"] = "stratified"
    column: str | None = Field(None, description="The column of `by: group` or `by: time`.")
    validation: Fraction = 0.1
    test: Fraction = 0.2
    fold: str | None = Field(
        None,
        pattern=r"^[1-9][0-9]?/[1-9][0-9]?$",
        examples=["2/5"],
        description="The test split is this fold of so many, not the share `test`; evaluate.folds runs them all.",
    )

    @model_validator(mode="after")
    def _fold_is_one_of_several(self) -> Split:
        number, count = map(int, (self.fold or "1/2").split("/"))
        if count < 2 or number > count:
            raise ValueError(f"fold {self.fold} is none of {max(count, 2)} folds; the first of five is 1/5")
        return self

    @model_validator(mode="after")
    def _column_is_given(self) -> Split:
        if self.by in ("group", "time") and not self.column:
            raise ValueError(f"column is needed with by: {self.by}; name the column to {self.by} by")
        if self.validation + self.test >= 0.9:
            raise ValueError("validation + test must leave at least a tenth of the rows for training")
        return self


class Clean(Section):
    """What is taken out of running text before a language model sees it; each rule can be switched off."""

    unicode: bool = Field(True, description="Composed characters (NFC): é is one character, however it was written.")
    control: bool = Field(True, description="No control or invisible characters; every line ends with a line feed.")
    blanks: bool = Field(True, description="No blanks at the end of a line, at most two blank lines together.")
    boilerplate: bool = Field(True, description="No notices (cookies, rights) and no first or last lines that repeat.")


class Data(Section):
    """Where rows come from and what is done with bad ones."""

    train: Strings = Field(
        description="Path, glob or URL: csv tsv json jsonl parquet xlsx, zip or gz of these, "
        "a folder of text files, idx, hf://, s3://, http(s)://, sqlite:///, postgresql://"
    )
    validation: Strings = ()
    test: Strings = ()
    inputs: Strings = Field((), description="Input columns; all but the target where empty.")
    target: str | None = Field(None, description="The column to predict.")
    query: str | None = Field(None, description="The SQL query, for a database.")
    format: Literal["csv", "tsv", "json", "jsonl", "parquet", "xlsx", "text", "idx"] | None = None
    encoding: str | None = None
    delimiter: str | None = Field(None, min_length=1, max_length=1)
    missing: Strings = Field(
        ("", "?", "NA", "N/A", "NaN", "nan", "null", "NULL", "None"),
        description="Cells that mean 'no value', after trimming blanks.",
    )
    on_bad_rows: Literal["error", "drop", "keep"] = "drop"
    split: Split = Split()
    limit: int | None = Field(
        None,
        gt=0,
        examples=[1000],
        description="Use so many rows: a random sample of local files, else (URLs, databases, texts) the first ones.",
    )
    personal: Literal["keep", "mask", "pseudonymise"] = Field(
        "keep",
        examples=["mask"],
        description="Personal data in texts (names, phones, e-mails, identity numbers, cards, addresses): replaced "
        "before training, and in requests and prompts alike; a pseudonym is the same for the same value.",
    )
    licence: str | None = None
    clean: Clean = Clean()
    deduplicate: Literal["near", "exact", "none"] = Field(
        "near", description="Running text that is left out; near copies of conversations share a split."
    )
    section_characters: int | None = Field(
        None,
        ge=256,
        le=4_000_000,
        examples=[4_096],
        description="A longer document is cut at a paragraph, for split and intervals; by its size if empty.",
    )
    mix: dict[str, Positive] = Field(
        {}, examples=[{"books": 0.7, "docs/**/*.txt": 0.3}], description="Share of the tokens by path of `train`."
    )

    cross_documents: bool = Field(
        False, description="Language models: whether a token may attend to the documents packed before its own."
    )

    @model_validator(mode="after")
    def _mix_is_of_train(self) -> Data:
        if self.mix and set(self.mix) != set(self.train):
            odd = sorted(set(self.mix) ^ set(self.train))[0]
            raise ValueError(f"mix gives a share to every path of train and to no other; {odd!r} stands in one of them")
        return self

    @model_validator(mode="after")
    def _a_fold_is_of_train(self) -> Data:
        if self.split.fold is not None and self.test:
            raise ValueError("split.fold takes the test rows from train; leave test out")
        return self

    @model_validator(mode="after")
    def _inputs_are_distinct(self) -> Data:
        if self.target is not None and self.target in self.inputs:
            raise ValueError(f"the target {self.target!r} cannot be an input too; remove it from inputs")
        twice = next((name for name in self.inputs if self.inputs.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"the input {twice!r} stands twice")
        return self
