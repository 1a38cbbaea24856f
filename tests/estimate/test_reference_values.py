"""Numbers that books and R programs print for published counts."""

from __future__ import annotations

import numpy as np
import pytest
from estimate_cases import DIABETES, HEPATITIS, NO_OVERLAP_WITH_C, PLENTY, cells

from tizme.estimate import bayesian, heterogeneity, searches
from tizme.estimate.decomposable import graphs, log_grid, posterior
from tizme.estimate.designs import closure, design, existence, hierarchical, name_of, terms_of
from tizme.estimate.latent import LatentSettings, run_chains
from tizme.estimate.predictive import elimination, graph_draws


@pytest.mark.parametrize(("lists", "count"), [(3, 8), (4, 61), (5, 822), (6, 18154)])
def test_every_decomposable_graph_is_found_once(lists: int, count: int):
    """Counts of labelled chordal graphs, OEIS A058862."""
    signs, edges = graphs(lists)
    assert signs.shape == (count, 2**lists)
    assert len(set(edges.tolist())) == count
    assert (signs.sum(axis=1) == 0).all(), "cliques less separators, the empty set counted"


def test_graphs_on_whole_numbers_give_the_numbers_of_dga_on_hepatitis():
    """dga with Nmissing 1 to 20 times the seen and delta 2^-3: median 379, 272 to 1,508."""
    found = bayesian.graphs_on_integers(cells(HEPATITIS))
    assert (found.estimate, found.low, found.high) == (379.0, 272.0, 1508.0)
    assert found.measures["saturated_share"] > 0.5


def test_the_log_spaced_grid_agrees_with_whole_numbers():
    whole, spaced = (f(cells(DIABETES)) for f in (bayesian.graphs_on_integers, bayesian.graphs_on_logs))
    for a, b in zip(
        (whole.estimate, whole.low, whole.high), (spaced.estimate, spaced.low, spaced.high), strict=True
    ):
        assert b == pytest.approx(a, rel=1e-3)
    assert spaced.diagnostics["posterior_mean"] == pytest.approx(
        whole.diagnostics["posterior_mean"], rel=1e-6
    )


def test_sample_coverage_gives_the_published_numbers_on_hepatitis():
    """Chao et al. 2001: coverage .513, independence 407, one step 508, high coverage 971."""
    table = cells(HEPATITIS)
    told = [heterogeneity.covered(table, kind).estimate for kind in ("independent", "high", "low")]
    assert [round(value) for value in told if value is not None] == [407, 971, 508]
    assert heterogeneity.sample_coverage(table.counts, 3) == pytest.approx(0.513, abs=5e-4)


@pytest.mark.parametrize(
    ("bend", "estimate", "error", "deviance"),
    [
        ("", 2472, 53, 21.97),
        ("chao", 2588, 75, 3.13),
        ("poisson2", 2573, 76, 12.88),
        ("darroch", 2752, 133, 8.32),
        ("gamma3.5", 2964, 219, 6.74),
    ],
)
def test_heterogeneity_models_give_the_numbers_of_rivest_on_diabetes(
    bend: str, estimate: int, error: int, deviance: float
):
    """Rivest 2011, as Rcapture's own tests have them."""
    found = heterogeneity.bent(cells(DIABETES), "mt", bend, extra="[13,24,34]")
    assert found.estimate is not None
    assert round(found.estimate) == estimate
    assert round(found.diagnostics["standard_error"]) == error
    assert round(found.diagnostics["deviance"], 2) == deviance


def test_the_model_that_bruno_chose_has_its_published_numbers():
    """Bruno et al. 1994: 2,771, standard error 145, deviance 7.62."""
    found = heterogeneity.bent(cells(DIABETES), "mt", "", extra="[12,13,23,24,34]")
    assert found.estimate == pytest.approx(2771, abs=0.5)
    assert found.diagnostics["standard_error"] == pytest.approx(145, abs=0.5)


def test_independence_and_the_lower_bound_follow_from_their_closed_forms():
    table = cells({"11": 20, "10": 30, "01": 40})
    found = searches.independence(table)
    assert found.estimate == pytest.approx(50 * 60 / 20), "Lincoln and Petersen"
    bound = heterogeneity.chao(cells(HEPATITIS))
    assert bound.estimate == pytest.approx(271 + (2 / 3) * 187**2 / (2 * 56))


def test_the_profile_interval_holds_its_estimate_and_ends_where_the_likelihood_has_fallen():
    found = searches.independence(cells(HEPATITIS))
    assert found.low is not None
    assert found.high is not None
    assert (round(found.low, 1), round(found.high, 1)) == (350.3, 435.4), "closedpCI.t, m = Mt"
    assert found.diagnostics["multinomial_estimate"] == pytest.approx(387.1, abs=0.05)


def test_a_model_that_rests_on_an_empty_overlap_has_no_estimate():
    """R's glm prints 1.2e13 here."""
    table = cells(NO_OVERLAP_WITH_C)
    for model, exists in (("[12,3]", False), ("[12,13,23]", False), ("[13,23]", True), ("[1,2,3]", True)):
        found = existence(design(terms_of(model, 3), 3), table.observed)
        assert found.exists is exists, model
    assert heterogeneity.bent(table, "mt", "", extra="[12,3]").estimate is None
    extended = heterogeneity.bent(table, "mt", "", extra="[13,23]").estimate
    assert extended == pytest.approx(96 + 30 * 40 / 6), "without the cells that cannot hold anybody"


def test_stepwise_takes_the_pairs_whose_overlap_is_surprising():
    found = searches.stepwise(cells(DIABETES), bootstraps=50)
    assert found.diagnostics["pairs"] == [["B", "D"], ["C", "D"]]
    assert found.estimate == pytest.approx(2279.23, abs=0.01)


def test_models_are_named_by_their_largest_terms():
    assert name_of(closure([0b110, 0b011], 3), 3) == "[12,23]"
    assert terms_of("[12,23]", 3) == closure([0b110, 0b011], 3)
    assert [hierarchical(n, n - 1).members.shape[0] for n in (3, 4)] == [8, 113]


def test_one_latent_class_is_the_independence_posterior_of_the_empty_graph():
    """With one class both families are the same model but for the prior of the lists' chances."""
    table = cells(PLENTY)
    run = run_chains(table.counts, 4, LatentSettings(classes=1, ess=2000, seed=3))
    # The empty graph under delta = 2/16 has Beta(1, 1) for every list, as the latent class has.
    unseen, rule = log_grid(table.seen, cap=20)
    from tizme.estimate.decomposable import weights_by_graph

    weight, edges = weights_by_graph(table.counts, 4, unseen, rule, delta=2.0 / 16)
    row = weight[list(edges).index(0)]
    mean = table.seen + (row * unseen).sum() / row.sum()
    assert run.wide.mean() == pytest.approx(mean, abs=4 * run.wide.std() / np.sqrt(run.ess) + 0.5)
    assert run.rhat < 1.02


def test_latent_classes_agree_with_lcmcr_on_hepatitis():
    """LCMCR, ten classes: median 514, 363 to 890; four Monte Carlo errors of both are about 40."""
    run = run_chains(cells(HEPATITIS).counts, 3, LatentSettings(seed=5))
    assert run.rhat < 1.05
    assert run.ess >= 400
    assert np.median(run.wide) == pytest.approx(514, abs=40)


def test_the_same_seed_gives_the_same_chains_on_any_number_of_threads():
    one, two = (
        run_chains(cells(HEPATITIS).counts, 3, LatentSettings(ess=1, most=4000, threads=threads)).wide
        for threads in (1, 2)
    )
    assert (one == two).all()


def test_draws_of_a_graph_have_the_means_of_its_posterior():
    table = cells(DIABETES)
    told = np.exp(graph_draws(table.counts, 4, cap=20.0, draws=1500))
    shares = table.counts[1:] / table.seen
    # Averaged over graphs the chances of well-filled cells are near their shares.
    full = table.counts[1:] > 500
    assert told.mean(axis=0)[full] == pytest.approx(shares[full], rel=0.15)
    assert told.sum(axis=1) == pytest.approx(np.ones(1500), abs=1e-6)


def test_an_order_of_elimination_leaves_joined_neighbours():
    _, edges = graphs(4)
    for graph in edges:
        order = elimination(int(graph), 4)
        assert sorted(node for node, _ in order) == [0, 1, 2, 3]


def test_a_posterior_sums_to_one_and_grows_with_the_unseen():
    table = cells(DIABETES)
    unseen, rule = log_grid(table.seen, cap=20)
    found = posterior(table.counts, 4, unseen, quadrature=rule)
    assert found.weight.sum() == pytest.approx(1.0)
    assert found.graph_weight.sum() == pytest.approx(1.0)
