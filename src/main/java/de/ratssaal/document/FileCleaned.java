package de.ratssaal.document;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** Active content was taken out of a file before it was kept, as the administrator chose. What was brought is not kept. */
public record FileCleaned(FileId file, FileOwner owner, Set<ActiveContent> removed, Instant at)
        implements AuditedEvent {

    public FileCleaned {
        removed = Set.copyOf(removed);
    }

    @Override
    public String auditLine() {
        return "taken out of file %s of %s before it was kept: %s"
                .formatted(
                        file, owner, removed.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
    }

    @Override
    public String auditSubject() {
        return "file/" + file;
    }
}
