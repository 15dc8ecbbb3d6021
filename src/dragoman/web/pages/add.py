"""Adding dispatches from the browser: pasted text, files and web addresses, read in the background with their progress shown."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import UploadFile

from dragoman.fetch import is_address
from dragoman.web.jobs import Job, Jobs
from dragoman.web.rendering import basename, page
from dragoman.web.sessions import editor, same_origin

ROUTER = APIRouter()
FILES = 200
"""Files of one request."""
ADDRESSES = 50
"""Web addresses of one request."""
PASTED = 5_000_000
"""Bytes of pasted text."""


@ROUTER.get("/add", response_model=None)
def form(request: Request) -> Response:
    return _form(request)


@ROUTER.post("/add", response_model=None)
async def add(request: Request) -> Response:
    same_origin(request)
    if request.state.visitor is None:
        raise HTTPException(401)
    async with request.form(max_files=FILES, max_fields=20, max_part_size=PASTED) as sent:
        author = editor(request, str(sent.get("csrf", "")))
        text = str(sent.get("text", ""))
        given = [("pasted text.txt", text.encode("utf-8", "replace"))] if text.strip() else []
        files = [item for item in sent.getlist("files") if isinstance(item, UploadFile) and item.filename]
        given += [(basename(item.filename)[:200] or "file", await item.read()) for item in files]
        addresses = str(sent.get("addresses", "")).split()
    if not given and not addresses:
        return _form(request, 400, "Nothing was given: paste a text, choose files or give an address.")
    if odd := [address for address in addresses if not is_address(address)]:
        wrong = f"“{odd[0][:200]}” is no web address: give whole ones, https:// included, one on a line."
        return _form(request, 400, wrong, text, addresses)
    if len(addresses) > ADDRESSES:
        return _form(request, 400, f"Give at most {ADDRESSES} addresses at once.", text, addresses)
    jobs: Jobs = request.app.state.jobs
    job = jobs.start(author.name, given, addresses)
    if job is None:
        return _form(request, 429, "Others are being added; try again when they are done.", text, addresses)
    return RedirectResponse(f"/add/{job.id}", status_code=303)


def _form(
    request: Request, status: int = 200, wrong: str = "", text: str = "", addresses: Sequence[str] = ()
) -> Response:
    """The form, with what is wrong and what was filled in."""
    return page(request, "add.html", status, wrong=wrong, text=text, addresses="\n".join(addresses))


@ROUTER.get("/add/{key}", response_model=None)
def progress(request: Request, key: str) -> Response:
    """How far a job is; asks again by itself until it is over."""
    job: Job | None = request.app.state.jobs.find(key)
    if job is None or request.state.visitor is None or not request.state.visitor.edits:
        raise HTTPException(404)
    answer = page(request, "adding.html", job=job)
    if not job.over:
        answer.headers["Refresh"] = "1"
    return answer
