"""Whose dispatch it is."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.page.outlet import home, outlet
from tests.desk.packs import folder

STORY = "The two ministers met in Lima on Monday and talked about the harbour for an hour."
DESK = """\
outlets:
  - {id: port-wire, name: Port Wire, also: [PW], country: PER, kind: agency, hosts: [portwire.example]}
  - {id: harbour-ministry, name: Ministry of Harbours of Peru, country: PER, kind: government, official: true}
"""


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    return (
        str(folder(tmp_path_factory.mktemp("desks"), {"outlets": DESK}, "id: {id}\ntitle: Ports\nuses: [world, en]\n")),
    )


@pytest.mark.parametrize(
    ("text", "carrier", "found"),
    [
        # what the carrier says: an outlet's name, alone or with a section, or its address
        (STORY, {"outlet": "Port Wire"}, "port-wire"),
        (STORY, {"outlet": "Port Wire | World"}, "port-wire"),
        (STORY, {"address": "https://news.portwire.example/2024/1"}, "port-wire"),
        # the agency of the dateline, a line with its name, a notice of rights
        (f"LIMA, May 3 (Port Wire) -- {STORY}", {}, "port-wire"),
        (f"PW\n\nMinisters meet in Lima\n\n{STORY}", {}, "port-wire"),
        (f"© 2024 Port Wire\n\n{STORY}", {}, "port-wire"),
        # a ministry's letterhead
        (f"Ministry of Harbours of Peru\nPress release\n\nMinisters meet in Lima today\n\n{STORY}", {}, "harbour-ministry"),
        # the one outlet that was told, and of two neither
        (f"{STORY} Berg told Port Wire that he agreed.", {}, "port-wire"),
        (f"{STORY} Berg told Port Wire that he agreed, and told Reuters that he did not.", {}, None),
        # nothing names one, or nobody knows it, or the address is none
        (STORY, {}, None),
        (STORY, {"outlet": "Nobody's Gazette"}, None),
        (STORY, {"address": "http://[::1"}, None),
    ],
)  # fmt: skip
def test_outlet(packs: tuple[str, ...], text: str, carrier: dict[str, Any], found: str | None) -> None:
    known = outlet(lay(Dispatch(text, **carrier), desk(packs), parsed=False))
    assert (known and known.id) == found


@pytest.mark.parametrize(
    ("text", "carrier", "country"),
    [
        # an authority's own words, and the place of its stamp
        (STORY, {"outlet": "Ministry of Harbours of Peru"}, "PER"),
        (f"Ministers meet in Lima\nOslo, 3 May 2024\n\n{STORY}", {}, "NOR"),
        # the press belongs to nobody
        (STORY, {"outlet": "Port Wire"}, None),
        (f"Ministers meet in Lima\nOslo, 3 May 2024\n\nLIMA, May 3 (Desk News) -- {STORY}", {}, None),
        (STORY, {}, None),
    ],
)
def test_home(packs: tuple[str, ...], text: str, carrier: dict[str, Any], country: str | None) -> None:
    assert home(lay(Dispatch(text, **carrier), desk(packs), parsed=False)) == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (f"Ministry of Fisheries of Chile\n\nMinisters meet in Lima\n4 May 2024\n\n{STORY}", "CHL"),
        (f"Secretariat of Harbours\nRepublic of Ecuador\n\nMinisters meet in Lima\n4 May 2024\n\n{STORY}", "ECU"),
        (f"Republic of Ecuador\nSecretariat of Harbours\n\nMinisters meet in Lima\n4 May 2024\n\n{STORY}", "ECU"),
        (f"Ministry of Fisheries of Chile closes two ports\n\n{STORY}", None),
        (f"Embassy of Chile in Peru\n\n{STORY}", None),
    ],
)
def test_an_authority_that_no_pack_lists(text: str, country: str | None) -> None:
    page = lay(Dispatch(text), desk(["world", "en"]))
    found = outlet(page)
    assert (found.country if found else None) == country


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a topic under which a page is filed, whatever its capitals
        (f"Foreign policy\n\nMinisters meet in Lima today\n\n{STORY}", None),
        (f"Foreign Policy | Trade | Opinion\n\nMinisters meet in Lima today\n\n{STORY}", None),
        (f"FOREIGN POLICY\n\nMinisters meet in Lima today\n\n{STORY}", None),
        (f"NATO\n\nMinisters meet in Lima today\n\n{STORY}", None),
        (f"United Nations | Peace\n\nMinisters meet in Lima today\n\n{STORY}", None),
        (f"the hill\n\nMinisters meet in Lima today\n\n{STORY}", None),
        (f"Time\n\nMinisters meet in Lima today\n\n{STORY}", None),
        # a masthead with its article, a notice of rights, the one who was told
        (f"The Hill\n\nMinisters meet in Lima today\n\n{STORY}", "the-hill"),
        (f"© 2024 Foreign Policy\n\nMinisters meet in Lima today\n\n{STORY}", "foreign-policy"),
        (f"{STORY} Berg told Foreign Policy that he agreed.", "foreign-policy"),
        # a name that is no plain words needs neither
        (f"Axios\n\nMinisters meet in Lima today\n\n{STORY}", "axios"),
    ],
)
def test_an_outlet_of_plain_words_counts_only_where_one_signs(text: str, found: str | None) -> None:
    known = outlet(lay(Dispatch(text), desk(["world", "en"]), parsed=False))
    assert (known and known.id) == found
