# Runs the R peers of `tizme measure estimate` on tables of counts, each where its package is installed.
# One JSON object a line: file, peer, estimate, low95, high95, seconds; or file, peer, missing.
say <- function(...) cat("{", paste0('"', names(list(...)), '":', unlist(list(...)), collapse = ","), "}\n", sep = "")
text <- function(value) paste0('"', gsub('"', "'", value), '"')
number <- function(value) if (is.finite(value)) format(value, digits = 10, scientific = FALSE) else "null"
have <- function(package) requireNamespace(package, quietly = TRUE)

run <- function(file, peer, package, work) {
  if (!have(package)) {
    say(file = text(file), peer = text(peer), missing = text(paste("package", package, "is not installed")))
    return(invisible(NULL))
  }
  seconds <- system.time(answer <- tryCatch(work(), error = function(problem) conditionMessage(problem)))[["elapsed"]]
  if (is.character(answer)) {
    say(file = text(file), peer = text(peer), missing = text(answer))
  } else {
    say(file = text(file), peer = text(peer), estimate = number(answer[1]), low95 = number(answer[2]),
        high95 = number(answer[3]), seconds = number(seconds))
  }
}

for (path in commandArgs(trailingOnly = TRUE)) {
  file <- sub("\\.csv$", "", basename(path))
  table <- read.csv(path)
  lists <- ncol(table) - 1
  seen <- sum(table$count)
  run(file, "dga", "dga", function() {
    cube <- array(0, dim = rep(2, lists))
    cube[as.matrix(table[, 1:lists]) + 1] <- table$count
    store <- new.env()
    utils::data(list = paste0("graphs", lists), package = "dga", envir = store)
    unseen <- 1:(20 * seen)
    weight <- colSums(dga::bma.cr(cube, unseen, 1 / 2^lists, store[[paste0("graphs", lists)]]))
    reached <- cumsum(weight)
    seen + sapply(c(.5, .025, .975), function(share) unseen[which(reached >= share)[1]])
  })
  run(file, "lcmcr", "LCMCR", function() {
    people <- table[rep(seq_len(nrow(table)), table$count), 1:lists]
    people[] <- lapply(people, factor, levels = 0:1)
    model <- LCMCR::lcmCR(people, tabular = FALSE, in_list_label = "1", not_in_list_label = "0", K = 10,
                          a_alpha = .25, b_alpha = .25, seed = 1, buffer_size = 10000, thinning = 100)
    utils::capture.output(drawn <- LCMCR::lcmCR_PostSampl(model, burnin = 10000, samples = 1000, thinning = 100))
    stats::quantile(drawn, c(.5, .025, .975))
  })
  run(file, "mt", "Rcapture", function() {
    found <- Rcapture::closedpCI.t(as.matrix(table), dfreq = TRUE, m = "Mt")
    c(found$results[1, "abundance"], as.numeric(found$CI[1, "infCL"]), as.numeric(found$CI[1, "supCL"]))
  })
  run(file, "stepwise", "SparseMSE", function() {
    found <- SparseMSE::estimatepopulation(table, nboot = 1000, alpha = c(.025, .975))
    c(found$popest, found$BCaquantiles)
  })
}
