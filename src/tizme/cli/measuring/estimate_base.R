# Yardsticks that need R alone, for where the peers' packages are not to be had: what dga's bma.cr and SparseMSE's
# estimatepopulation compute, written with base R as those packages do it (vectors over the unseen; a glm for each pair
# that is tried). They check less than the packages, so they are rather faster than these. Run by `tizme measure estimate`.
# One JSON object a line: file, task, seconds, told.
say <- function(file, task, seconds, told) {
  cat(sprintf('{"file":"%s","task":"%s","seconds":%.4f,"told":"%s"}\n', file, task, seconds, told))
}

# --- graphs ----------------------------------------------------------------------------------------------------
# Cliques and separators of every decomposable graph, as sets of lists written as bits; NULL where it is none.
taken_apart <- function(near) {
  left <- seq_len(nrow(near)); sets <- list()
  while (length(left)) {
    found <- FALSE
    for (i in left) {
      around <- left[near[i, left] == 1]
      if (all(near[around, around] + diag(length(around)) == 1)) {
        sets[[length(sets) + 1]] <- list(clique = c(i, around), separator = around)
        left <- setdiff(left, i); found <- TRUE
        break
      }
    }
    if (!found) return(NULL)
  }
  sets
}
bits <- function(members) if (length(members)) sum(2^(members - 1)) else 0

decomposable <- function(lists) {
  pairs <- utils::combn(lists, 2); found <- list()
  for (code in 0:(2^ncol(pairs) - 1)) {
    near <- matrix(0, lists, lists)
    for (at in which(bitwAnd(code, 2^(seq_len(ncol(pairs)) - 1)) > 0)) {
      near[pairs[1, at], pairs[2, at]] <- near[pairs[2, at], pairs[1, at]] <- 1
    }
    sets <- taken_apart(near)
    if (!is.null(sets)) {
      plus <- sapply(sets, function(one) bits(one$clique)); minus <- sapply(sets, function(one) bits(one$separator))
      found[[length(found) + 1]] <- list(plus = plus, minus = minus[minus > 0])
    }
  }
  found
}

averaged <- function(cube, unseen, delta, graphs) {
  lists <- length(dim(cube)); cube[1] <- 0; seen <- sum(cube); all <- seen + unseen
  part <- lapply(seq_len(2^lists - 1), function(code) {
    members <- which(bitwAnd(code, 2^(seq_len(lists) - 1)) > 0)
    margin <- as.numeric(apply(cube, members, sum)); prior <- delta * 2^(lists - length(members))
    lgamma(delta * 2^lists) - lgamma(all + delta * 2^lists) + lgamma(margin[1] + unseen + prior) - lgamma(prior) +
      sum(lgamma(margin[-1] + prior) - lgamma(prior))
  })
  whole <- lgamma(all + 1) - lgamma(unseen + 1) - log(all)
  weight <- matrix(0, length(graphs), length(unseen))
  for (g in seq_along(graphs)) {
    weight[g, ] <- whole + Reduce(`+`, part[graphs[[g]]$plus])
    if (length(graphs[[g]]$minus)) weight[g, ] <- weight[g, ] - Reduce(`+`, part[graphs[[g]]$minus])
  }
  weight <- exp(weight - max(weight))
  weight / sum(weight)
}

# --- stepwise --------------------------------------------------------------------------------------------------
stepwise <- function(design, pairs, counts, enter = .02) {
  taken <- integer(0); fit <- stats::glm.fit(design, counts, family = stats::poisson())
  repeat {
    chance <- sapply(setdiff(seq_len(ncol(pairs)), taken), function(at) {
      tried <- stats::glm.fit(cbind(design, pairs[, c(taken, at)]), counts, family = stats::poisson())
      stats::pchisq(fit$deviance - tried$deviance, 1, lower.tail = FALSE)
    })
    if (!length(chance) || min(chance) >= enter) break
    taken <- c(taken, setdiff(seq_len(ncol(pairs)), taken)[which.min(chance)])
    fit <- stats::glm.fit(cbind(design, pairs[, taken]), counts, family = stats::poisson())
  }
  sum(counts) + exp(fit$coefficients[1])
}

resampled <- function(table, lists, times) {
  design <- cbind(1, as.matrix(table[, seq_len(lists)])); both <- utils::combn(lists, 2)
  pairs <- apply(both, 2, function(two) design[, two[1] + 1] * design[, two[2] + 1])
  counts <- table$count; quiet <- suppressWarnings
  point <- quiet(stepwise(design, pairs, counts))
  drawn <- stats::rmultinom(times, sum(counts), counts / sum(counts))
  again <- quiet(apply(drawn, 2, function(one) stepwise(design, pairs, one)))
  without <- quiet(sapply(which(counts > 0), function(at) {
    one <- counts; one[at] <- one[at] - 1
    stepwise(design, pairs, one)
  }))
  c(point, stats::quantile(again, c(.025, .975)), mean(without))
}

set.seed(1)
for (path in commandArgs(trailingOnly = TRUE)) {
  file <- sub("\\.csv$", "", basename(path)); table <- utils::read.csv(path); lists <- ncol(table) - 1
  table <- table[rowSums(table[, seq_len(lists)]) > 0, ]
  cube <- array(0, dim = rep(2, lists)); cube[as.matrix(table[, seq_len(lists)]) + 1] <- table$count
  seen <- sum(table$count); graphs <- decomposable(lists)
  for (most in c(300, 20 * seen)) {
    seconds <- system.time(weight <- colSums(averaged(cube, seq_len(most), 2^-lists, graphs)))[["elapsed"]]
    middle <- seen + which(cumsum(weight) >= .5)[1]
    say(file, sprintf("graphs, 1 to %d unseen", most), seconds, sprintf("%d graphs, median %d", length(graphs), middle))
  }
  seconds <- system.time(told <- resampled(table, lists, 1000))[["elapsed"]]
  say(file, "stepwise, 1,000 resamples and the jackknife", seconds, sprintf("%.0f", told[1]))
}
