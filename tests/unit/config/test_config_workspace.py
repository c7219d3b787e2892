from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from support.workspaces import SOUND, load_with, said, workspace_of, write_workspace

from campaigns.campaign import Cap, Caps, Op, Rule
from campaigns.workspace import Function, Level, OurCompany, Seniority
from overture.config.sources import SourceKind
from overture.config.workspace import CSV_FILES, FILES, load
from overture.settings import Environment, Settings
from triggers.types import EventKind

REPOSITORY = Path(__file__).parents[3]
CAMPAIGN = """\
campaigns:
  - id: series-b
    when:
      {event: funding, round: [A, B], status: [announced, planned], amount: {gte: 5_000_000, lt: 2.5e8}, age: {lte: 3w}}
    fit:
      must:
        - {account.country: [DE, NO]}
        - {account.employees: {gte: 50}, revisit_after: 180d, better_served_by: the partner team}
      never: [{account.lifecycle: competitor}]
      prefer:
        - {account.industry: [software], weight: 2}
        - {account.renewal_in: {lte: 90d}}
        - {account.day_one: {gte: 2026-01-31}}
        - {account.champion: {exists: true}}
        - {account.tags: {contains: key}}
    who: {seniority: [vp, c_level], function: sales}
    stories: told
    caps: {per_contact: 1/60d, per_account: 2/30d, per_sender: 40/1d, per_day: 40}
    hold: 5m
    sender: mara
    owner: emea
    priority: 3
    paused: true
"""


def rules(*said: tuple[str, Op, object, str]) -> list[Rule]:
    return [Rule(path, op, value, f"{path}: {text}") for path, op, value, text in said]  # type: ignore[arg-type]


def test_a_campaign_says_everything_it_can(tmp_path: Path) -> None:
    (campaign,) = workspace_of(load_with(tmp_path, campaigns_yaml=CAMPAIGN)).campaigns

    assert (campaign.id, campaign.event, campaign.age) == ("series-b", (EventKind.FUNDING,), timedelta(weeks=3))
    assert (campaign.who.seniority, campaign.who.function) == ((Seniority.VP, Seniority.C_LEVEL), (Function.SALES,))
    assert campaign.stories == ("told",)
    assert campaign.caps == Caps(
        Cap(1, timedelta(days=60)), Cap(2, timedelta(days=30)), Cap(40, timedelta(days=1)), per_day=40
    )
    assert (campaign.hold, campaign.sender, campaign.owner) == (timedelta(minutes=5), "mara", "emea")
    assert (campaign.priority, campaign.paused) == (3, True)


def test_conditions_on_the_trigger_become_rules(tmp_path: Path) -> None:
    (campaign,) = workspace_of(load_with(tmp_path, campaigns_yaml=CAMPAIGN)).campaigns

    assert list(campaign.when) == rules(
        ("trigger.status", Op.IN, ("announced", "planned"), "[announced, planned]"),
        ("trigger.round", Op.IN, ("A", "B"), "[A, B]"),
        ("trigger.amount", Op.GTE, 5_000_000, "{gte: 5000000, lt: 250000000.0}"),
        ("trigger.amount", Op.LT, Decimal("250000000.0"), "{gte: 5000000, lt: 250000000.0}"),
    )


def test_rules_keep_what_belongs_to_them(tmp_path: Path) -> None:
    (campaign,) = workspace_of(load_with(tmp_path, campaigns_yaml=CAMPAIGN)).campaigns

    country, employees = campaign.must
    assert country.value == ("DE", "NO")
    assert (employees.op, employees.value) == (Op.GTE, 50)
    assert (employees.revisit_after, employees.better_served_by) == (timedelta(days=180), "the partner team")
    assert [(rule.op, rule.value, rule.weight) for rule in campaign.prefer] == [
        (Op.IN, ("software",), 2.0),
        (Op.LTE, timedelta(days=90), 1.0),
        (Op.GTE, date(2026, 1, 31), 1.0),
        (Op.EXISTS, True, 1.0),
        (Op.CONTAINS, ("key",), 1.0),
    ]


def test_a_rumour_fires_only_where_the_file_says_so(tmp_path: Path) -> None:
    text = "campaigns:\n  - {id: b, when: {event: [funding, ipo]}, stories: told}\n"

    (campaign,) = workspace_of(load_with(tmp_path, campaigns_yaml=text)).campaigns

    assert list(campaign.when) == rules(("trigger.status", Op.IN, ("announced",), "announced"))
    assert (campaign.event, campaign.age) == ((EventKind.FUNDING, EventKind.IPO), timedelta(days=21))


def test_sources_take_what_the_defaults_give(tmp_path: Path) -> None:
    text = (
        "defaults: {interval: 30m, tags: news}\n"
        "sources:\n"
        "  - {id: a, kind: feed, url: https://a.example/f}\n"
        "  - {id: b, kind: feed, url: https://b.example/f, interval: adaptive, tags: [eu, news], own: yes}\n"
    )

    first, second = workspace_of(load_with(tmp_path, sources_yaml=text)).sources

    assert (first.kind, first.url, first.interval) == (SourceKind.FEED, "https://a.example/f", timedelta(minutes=30))
    assert (first.tags, first.own) == (("news",), False)
    assert (second.interval, second.tags, second.own) == (None, ("news", "eu"), True)


def test_a_source_is_new_to_the_poller_only_when_it_changed(tmp_path: Path) -> None:
    def prints(text: str) -> list[str]:
        return [source.fingerprint for source in workspace_of(load_with(tmp_path, sources_yaml=text)).sources]

    (before,) = prints("sources:\n  - {id: a, kind: feed, url: https://a.example/f, tags: [x, y]}\n")
    (same,) = prints("# a comment\nsources:\n  - {tags: [y, x], url: https://a.example/f, kind: feed, id: a}\n")
    (other,) = prints("sources:\n  - {id: a, kind: feed, url: https://a.example/g, tags: [x, y]}\n")

    assert before == same != other


def test_we_ourselves_are_read(tmp_path: Path) -> None:
    team = (
        "company:\n  name: Example Works\n  postal_address: |\n    1 Example Street\n    Berlin\n"
        "  products: Desk\n  public_url: https://works.example\n"
        "people:\n  - {id: mara, name: Mara, email: Mara@works.example, title: Learning, time_zone: Europe/Berlin,"
        ' signature: "Mara\\nExample Works", channel: eml}\n'
    )
    promise = (
        "promises:\n  - {id: p, text: We will., level: outcomes, fulfils: [ramp], can_deliver_by: 2d, proof: Seen.}\n"
    )
    case = (
        "cases:\n  - {id: c, who: A maker, where_they_were: There., way: So., setback: It cost a quarter.,"
        " outcome: Good., measure: weeks, source: talk, industry: tools, events: [funding], language: en}\n"
    )

    workspace = workspace_of(load_with(tmp_path, team_yaml=team, promises_yaml=promise, cases_yaml=case))

    assert workspace.company == OurCompany(
        "Example Works", "1 Example Street\nBerlin", ("Desk",), "https://works.example"
    )
    assert workspace.teammates[0].email == "mara@works.example"
    assert workspace.teammates[0].signature == "Mara\nExample Works"
    assert (workspace.promises[0].level, workspace.promises[0].can_deliver_by) == (Level.OUTCOMES, timedelta(days=2))
    assert (workspace.cases[0].setback, workspace.cases[0].events) == ("It cost a quarter.", ("funding",))


def test_settings_are_read_and_paths_are_resolved(tmp_path: Path) -> None:
    text = (
        "time_zone: Europe/Berlin\nstories: ./stories/../stories\n"
        'outbound: {allow: ["127.0.0.1/32:8701", "[::1]/128:8701"], user_agent: Ours}\n'
        "handoff: {channel: eml, dir: mails, hold: 15s}\n"
    )
    write_workspace(tmp_path, {"settings.yaml": text})

    workspace = workspace_of(load(tmp_path, environment=Environment(data_dir=Path("/data"))))

    assert workspace.settings.time_zone == "Europe/Berlin"
    assert [port for _, port in workspace.settings.outbound.allow] == [8701, 8701]
    assert workspace.settings.outbound.user_agent == "Ours"
    assert workspace.settings.handoff.hold == timedelta(seconds=15)
    assert workspace.stories_dir == tmp_path / "stories"
    assert workspace.handoff_dir == Path("/data/mails")


def test_an_empty_folder_is_an_empty_workspace(tmp_path: Path) -> None:
    loaded = load(tmp_path, environment=Environment())

    assert workspace_of(loaded).settings == Settings()
    assert loaded.problems == []


def test_no_folder_is_no_workspace(tmp_path: Path) -> None:
    loaded = load(tmp_path / "nowhere", environment=Environment())

    assert loaded.workspace is None
    assert "`overture init` writes a workspace" in loaded.problems[0].message


def test_the_environment_shortens_every_hold(tmp_path: Path) -> None:
    write_workspace(tmp_path, {"campaigns.yaml": CAMPAIGN})

    workspace = workspace_of(load(tmp_path, environment=Environment(hold_seconds=2)))

    assert workspace.settings.handoff.hold == timedelta(seconds=2)
    assert [campaign.hold for campaign in workspace.campaigns] == [None]


def test_a_champion_is_found_by_address(tmp_path: Path) -> None:
    workspace = workspace_of(
        load_with(tmp_path, accounts_csv="name,id,domain,champion\nAcme,acme,acme.example,Kim@acme.example\n")
    )

    assert workspace.accounts[0].champion == "acme-1"


def test_what_was_left_out_is_not_taken_for_gone(tmp_path: Path) -> None:
    workspace = workspace_of(
        load_with(tmp_path, accounts_csv="name,id,day_one\nAcme,acme,2026-01-31\nGlobex,globex,soon\n")
    )

    assert [account.id for account in workspace.accounts] == ["acme"]
    assert workspace.refused_accounts == {"globex"}
    assert workspace.incomplete == {"accounts.csv"}


def test_one_unreadable_table_is_not_reported_as_many(tmp_path: Path) -> None:
    loaded = load_with(tmp_path, accounts_csv="nome,id\nAcme,acme\n", concerns_csv="contact,level\nacme-1,tasks\n")

    assert loaded.workspace is None
    assert said(loaded, tmp_path).splitlines() == [
        'accounts.csv:1:1  error  nome: unknown column; did you mean "name"?',
        "accounts.csv:1:1  error  name: this column is missing",
    ]


def test_a_broken_team_is_not_reported_as_many(tmp_path: Path) -> None:
    loaded = load_with(tmp_path, team_yaml="people: [{id: mara}\n", campaigns_yaml=CAMPAIGN)

    assert [problem.place.rpartition("/")[2] for problem in loaded.problems] == ["team.yaml:2:1"]


def test_a_story_that_promises_what_we_lack_is_named_at_its_line(tmp_path: Path) -> None:
    story = SOUND["stories/told.en.j2"].replace("language: en", "promise: first-hire\nlanguage: en")
    write_workspace(
        tmp_path, {"stories/told.en.j2": story, "promises.yaml": "promises: [{id: first-hires, text: We will.}]\n"}
    )

    loaded = load(tmp_path, environment=Environment())

    assert (
        said(loaded, tmp_path)
        == 'stories/told.en.j2:4:1  error  promise: no promise has the id "first-hire"; did you mean "first-hires"?'
    )
    assert loaded.workspace is not None  # a story can wait; the feeds go on


def test_a_missing_stories_folder_is_named_once(tmp_path: Path) -> None:
    loaded = load_with(tmp_path, settings_yaml="stories: storys\n", campaigns_yaml=CAMPAIGN)

    assert loaded.workspace is None
    assert said(loaded, tmp_path) == 'settings.yaml:1:10  error  stories: there is no folder "storys" beside this file'


def test_campaigns_without_a_company_are_warned(tmp_path: Path) -> None:
    loaded = load_with(
        tmp_path, team_yaml="people:\n  - {id: mara, name: M, email: m@w.example}\n", campaigns_yaml=CAMPAIGN
    )

    assert loaded.workspace is not None
    assert "without our name and postal address no message can be handed off" in said(loaded, tmp_path)


def test_a_file_that_cannot_be_read_refuses_the_workspace(tmp_path: Path) -> None:
    write_workspace(tmp_path)
    (tmp_path / "sources.yaml").mkdir()

    loaded = load(tmp_path, environment=Environment())

    assert loaded.workspace is None
    assert "cannot be read" in said(loaded, tmp_path)


def test_every_file_read_has_its_fingerprint(tmp_path: Path) -> None:
    workspace = workspace_of(load_with(tmp_path))

    assert set(workspace.fingerprints) == {name for name in SOUND if "/" not in name}


@pytest.mark.parametrize("name", FILES)
def test_the_repository_has_every_file_of_a_workspace(name: str) -> None:
    assert (REPOSITORY / "config" / name).is_file()
    assert (name in CSV_FILES) == name.endswith(".csv")


def test_the_repository_s_workspace_is_sound() -> None:
    loaded = load(REPOSITORY / "config", environment=Environment())

    assert said(loaded, REPOSITORY) == ""
    assert workspace_of(loaded).campaigns


def test_a_campaign_may_ask_whom_it_is_for(tmp_path: Path) -> None:
    asked = CAMPAIGN.replace("who: {seniority: [vp, c_level], function: sales}", "who: {ask: 'tie:any since:90d'}")
    (campaign,) = workspace_of(load_with(tmp_path, campaigns_yaml=asked)).campaigns
    assert campaign.who.ask == "tie:any since:90d"


def test_a_question_that_cannot_be_read_is_an_error_at_its_word(tmp_path: Path) -> None:
    asked = CAMPAIGN.replace("who: {seniority: [vp, c_level], function: sales}", "who: {ask: 'tei:any since:90d'}")
    loaded = load_with(tmp_path, campaigns_yaml=asked)
    assert loaded.workspace is None
    assert "campaigns.yaml:16:" in said(loaded, tmp_path)
    assert 'at "tei": there is no field "tei"; did you mean tie:?' in said(loaded, tmp_path)


@pytest.mark.parametrize(("shape", "mends"), [("repair", True), ("arc", False)])
def test_a_campaign_mends_where_all_its_stories_do(tmp_path: Path, shape: str, mends: bool) -> None:
    story = SOUND["stories/told.en.j2"].replace("language: en", f"language: en\nshape: {shape}")
    write_workspace(
        tmp_path, {"stories/told.en.j2": story, "campaigns.yaml": CAMPAIGN, "settings.yaml": "stories: stories\n"}
    )
    (campaign,) = workspace_of(load(tmp_path, environment=Environment())).campaigns
    assert campaign.repairs is mends
