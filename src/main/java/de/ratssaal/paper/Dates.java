package de.ratssaal.paper;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Days and duties as they stand in a manuscript. */
final class Dates {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Dates() {}

    static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // two wordings of it may stand there, until somebody has put it right
        }
    }

    static @Nullable DueDate due(String from, String until) {
        var first = day(from).orElse(null);
        var last = day(until).orElse(null);
        return last == null || (first != null && last.isBefore(first)) ? null : new DueDate(first, last);
    }

    static @Nullable ReportDuty report(String written) {
        return written.isEmpty() ? null : JSON.readValue(written, ReportDuty.class);
    }

    static String written(ReportDuty report) {
        return JSON.writeValueAsString(report);
    }
}
