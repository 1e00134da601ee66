package de.ratssaal.audit;

import de.ratssaal.base.Messages;
import java.util.Locale;

/** What a finding says to people. */
public final class FindingText {

    private FindingText() {}

    public static String of(Finding finding, Messages messages, Locale language) {
        var entry = finding.entry();
        var place = finding.to() - finding.from() > 1
                ? messages.text(
                        language,
                        "audit.finding.places",
                        Long.toString(finding.from()),
                        Long.toString(finding.to() - 1))
                : entry == null
                        ? messages.text(language, "audit.finding.place", Long.toString(finding.from()))
                        : messages.text(
                                language, "audit.finding.entry", Long.toString(entry), Long.toString(finding.from()));
        return messages.text(
                language, "audit.finding." + finding.kind(), place, finding.detail(), Long.toString(finding.from()));
    }
}
