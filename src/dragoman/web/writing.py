"""The interface for programs that write: judgements and dispatches, with a token in the header `Authorization: Bearer …`."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from pydantic import BaseModel, Field

from dragoman.errors import QueryError
from dragoman.fetch import is_address
from dragoman.web import asking, judging
from dragoman.web.accounts import Account
from dragoman.web.answers import WRONG, Id, Wrong
from dragoman.web.jobs import Job
from dragoman.web.sessions import program

REFUSED: dict[int | str, dict[str, Any]] = {
    **WRONG,
    401: {"model": Wrong, "description": "There is no token, or one that is not known, was revoked or is too old."},
    403: {"model": Wrong, "description": "The token may only read."},
    429: {"model": Wrong, "description": "Too many additions wait."},
}
Writer = Annotated[Account, Depends(program)]


class Judged(BaseModel):
    """The id of the judgement, by which it is taken back."""

    judgement: str


class Given(BaseModel):
    """Dispatches to be read: a text with the name that it goes by, web addresses, or both."""

    text: Annotated[str, Field(max_length=5_000_000)] = ""
    name: Annotated[str, Field(max_length=200)] = "text.txt"
    addresses: Annotated[list[Annotated[str, Field(max_length=2000)]], Field(max_length=50)] = []


class Left(BaseModel):
    """What was not added, and why."""

    origin: str
    reason: str


class Adding(BaseModel):
    """How far dispatches that were given are: `state` is waiting, reading, done or failed; `dispatches` are their ids."""

    job: str
    state: str
    total: int
    done: int
    added: int
    again: int
    dispatches: list[str]
    skipped: list[Left]
    failed: str


def router() -> APIRouter:
    made = APIRouter(prefix="/api", tags=["writing"], responses=REFUSED)

    @made.post(
        "/judgements",
        status_code=201,
        operation_id="judge",
        summary="Say that a finding is right or wrong, or give it a value, or that two are the same or not.",
    )
    def judge(request: Request, author: Writer, said: judging.Said) -> Judged:
        return Judged(judgement=judging.judge(asking.record(request), author.name, said))

    @made.delete(
        "/judgements/{judgement}",
        status_code=204,
        operation_id="undo",
        summary="Take a judgement back.",
        dependencies=[Depends(program)],
    )
    def undo(request: Request, judgement: Id) -> Response:
        judging.undo(asking.record(request), judgement)
        return Response(status_code=204)

    @made.post(
        "/dispatches", status_code=202, operation_id="add", summary="Give dispatches to be read in the background."
    )
    def add(request: Request, author: Writer, given: Given) -> Adding:
        if odd := [one for one in given.addresses if not is_address(one)]:
            raise QueryError(odd[0][:200], "is no web address", "give whole ones, https:// included")
        if not given.text.strip() and not given.addresses:
            raise QueryError("dispatches", "are not given", "give a text or addresses")
        texts = [(given.name or "text.txt", given.text.encode("utf-8", "replace"))] if given.text.strip() else []
        job = request.app.state.jobs.start(author.name, texts, given.addresses)
        if job is None:
            raise HTTPException(429, "Others are being added; try again when they are done")
        return _told(job)

    @made.get(
        "/jobs/{job}",
        operation_id="job",
        summary="How far dispatches that were given are.",
        dependencies=[Depends(program)],
    )
    def told(request: Request, job: Id) -> Adding:
        found: Job | None = request.app.state.jobs.find(job)
        if found is None:
            raise HTTPException(404)
        return _told(found)

    return made


def _told(job: Job) -> Adding:
    return Adding(
        job=job.id, state=job.state, total=job.total, done=job.done, added=job.added, again=job.again,
        dispatches=[key for key, _ in job.dispatches],
        skipped=[Left(origin=item.origin, reason=item.reason) for item in job.skipped], failed=job.failed,
    )  # fmt: skip
