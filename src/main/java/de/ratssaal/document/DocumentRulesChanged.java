package de.ratssaal.document;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** An administrator chose anew which files are let in. */
public record DocumentRulesChanged(DocumentRules rules, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "active content in PDFs: %s; files while the virus scanner does not answer: %s"
                .formatted(
                        rules.activeContent() == ActiveContentRule.REMOVE ? "removed" : "refused",
                        rules.acceptUnscanned() ? "let in, scanned afterwards" : "refused");
    }

    @Override
    public String auditSubject() {
        return "document/rules";
    }
}
