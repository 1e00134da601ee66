package de.ratssaal.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.audit.AuditEntry;
import de.ratssaal.base.Messages;
import de.ratssaal.identity.KnownNames;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What entries of the log say to people: what happened in their language, and names instead of identifiers. The entry
 * itself stays as it was written; this is only how it is shown.
 */
class EntryWords {

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String SYSTEM = "system";
    private static final String ANONYMOUS = "anonymous";

    private final Messages messages;
    private final Locale language;
    private final Map<UUID, String> names;

    private EntryWords(Messages messages, Locale language, Map<UUID, String> names) {
        this.messages = messages;
        this.language = language;
        this.names = names;
    }

    /** For these entries; all their names are asked for at once. */
    static EntryWords of(Collection<AuditEntry> entries, Messages messages, KnownNames known, Locale language) {
        var identifiers = entries.stream()
                .flatMap(it -> Stream.of(it.actor(), it.subject(), it.line()))
                .flatMap(it -> identifiers(it).stream())
                .collect(Collectors.toSet());
        return new EntryWords(messages, language, known.of(identifiers));
    }

    /** What kind of event it is, or the type's own name if nobody has found words for it. */
    static String title(String type, Messages messages, Locale language) {
        return messages.find(language, "audit.type." + type).orElse(type);
    }

    String title(AuditEntry entry) {
        return title(entry.type(), messages, language);
    }

    /** Who acted. */
    String actor(AuditEntry entry) {
        var actor = entry.actor();
        if (actor.equals(ANONYMOUS)) {
            return messages.text(language, "audit.actor.anonymous");
        }
        if (actor.startsWith(SYSTEM + "/")) {
            return messages.text(language, "audit.actor.system", actor.substring(SYSTEM.length() + 1));
        }
        return identifiers(actor).stream()
                .flatMap(it -> name(it).stream())
                .findFirst()
                .orElse(actor);
    }

    /** Whom or what else it concerns, as far as a name is known. */
    List<String> others(AuditEntry entry) {
        var actor = actor(entry);
        return Stream.of(entry.subject(), entry.line())
                .flatMap(it -> identifiers(it).stream())
                .flatMap(it -> name(it).stream())
                .filter(it -> !it.equals(actor))
                .distinct()
                .toList();
    }

    /** Who acted, and whom or what it concerns. Somebody who was not signed in is named only where nobody else is. */
    List<String> people(AuditEntry entry) {
        var others = others(entry);
        return entry.actor().equals(ANONYMOUS) && !others.isEmpty()
                ? others
                : Stream.concat(Stream.of(actor(entry)), others.stream()).toList();
    }

    /** The English sentence as it was hashed. */
    static Component line(AuditEntry entry) {
        var line = new Span(entry.line());
        line.getElement().setAttribute("lang", "en");
        line.addClassName("rs-log-line");
        return line;
    }

    private Optional<String> name(UUID identifier) {
        return Optional.ofNullable(names.get(identifier));
    }

    private static Set<UUID> identifiers(String text) {
        return IDENTIFIER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
