package de.ratssaal.bench;

import java.util.Collection;
import java.util.List;

/** Measured values, put in order. */
record Figures(List<Double> sorted) {

    static Figures of(Collection<Double> values) {
        return new Figures(values.stream().sorted().toList());
    }

    double median() {
        return percentile(50);
    }

    /** The smallest value that so many percent of all do not exceed. */
    double percentile(int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    double greatest() {
        return sorted.getLast();
    }
}
