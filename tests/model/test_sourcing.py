"""Who has it from whom as a graph: no circle, every step to the right, outlets last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, Place, Relation
from briefing_app.model.ids import ArticleId
from briefing_app.model.sourcing import MOST_NAMES, SourcingGraph, sourcing_graph
from briefing_app.model.span import Span

WORDS = Span(0, 5)


def comparison(*chains: tuple[str, ...], outlets: int = 2) -> Comparison:
    """A claim for each chain, told by the outlets in turn."""
    ids = tuple(ArticleId(number + 1) for number in range(outlets))
    claims = tuple(
        Claim(
            ClaimStatus.ONLY, "words", Place(ids[at % outlets], WORDS), (Cell(ids[at % outlets], Relation.STATES, (WORDS,), chain=chain),)
        )
        for at, chain in enumerate(chains)
    )
    return Comparison("test", ids, ("",) * outlets, claims)


def steps(graph: SourcingGraph) -> set[tuple[str, str]]:
    names = [node.name or f"#{node.place}" for node in graph.nodes]
    return {(names[edge.a], names[edge.b]) for edge in graph.edges}


def test_a_chain_runs_from_its_origin_to_the_outlet() -> None:
    graph = sourcing_graph(comparison(("anonymous sources", "Yomiuri", "Reuters"), ("Yomiuri",)))
    assert steps(graph) == {("anonymous sources", "Yomiuri"), ("Yomiuri", "Reuters"), ("Reuters", "#0"), ("Yomiuri", "#1")}
    assert {node.name: node.depth for node in graph.nodes if node.place is None} == {"anonymous sources": 0, "Yomiuri": 1, "Reuters": 2}
    assert {edge.inferred for edge in graph.edges if graph.nodes[edge.a].name == "anonymous sources"} == {True}
    assert [node.depth for node in graph.nodes if node.place is not None] == [3, 3]


def test_claims_that_go_the_same_way_share_an_edge() -> None:
    graph = sourcing_graph(comparison(("Kato",), ("Suga",), ("Kato",)))
    assert next(edge.claims for edge in graph.edges if graph.nodes[edge.a].name == "Kato") == (0, 2)


def test_no_chains_no_edges() -> None:
    assert sourcing_graph(comparison()).edges == ()


@given(st.lists(st.lists(st.sampled_from("ABCDEFGHIJKLMN"), min_size=1, max_size=4).map(tuple), max_size=14), st.integers(1, 5))
def test_every_step_leads_to_the_right(chains: list[tuple[str, ...]], outlets: int) -> None:
    graph = sourcing_graph(comparison(*chains, outlets=outlets))
    assert all(graph.nodes[edge.a].depth < graph.nodes[edge.b].depth for edge in graph.edges)
    assert all(0 < node.order < 1 for node in graph.nodes)
    assert sum(node.place is None for node in graph.nodes) <= MOST_NAMES
    assert sum(node.place is not None for node in graph.nodes) == outlets
    spots = [(node.depth, node.order) for node in graph.nodes]
    assert len(set(spots)) == len(spots)
