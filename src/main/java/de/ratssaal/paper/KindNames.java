package de.ratssaal.paper;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Councils;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What a city calls its kinds of papers, where an administrator named one otherwise than it is usual. Asked for every row of a
 * list, so it is remembered until a template changes.
 */
@Component
public class KindNames {

    private static final String TOPIC = "paper-kinds";

    private final PaperTemplates templates;
    private final Councils councils;
    private final ChangeNotices notices;
    private final Map<Kind, Optional<String>> known = new ConcurrentHashMap<>();

    KindNames(PaperTemplates templates, Councils councils, ChangeNotices notices) {
        this.templates = templates;
        this.councils = councils;
        this.notices = notices;
        notices.watch(TOPIC, known::clear);
    }

    private record Kind(BodyId body, PaperType type) {}

    /** The city's own name; none where it kept the usual one. */
    public Optional<String> own(BodyId body, PaperType type) {
        return known.computeIfAbsent(
                new Kind(body, type),
                it -> Optional.of(templates.current(body, type).design().name())
                        .filter(name -> !name.equals(TemplatePresets.of(type).name())));
    }

    /** The cities' own names, where not all of them kept the usual one. */
    public List<String> own(PaperType type) {
        return councils.bodies().stream()
                .map(BodySummary::id)
                .flatMap(it -> own(it, type).stream())
                .distinct()
                .toList();
    }

    @TransactionalEventListener
    @Order(Ordered.HIGHEST_PRECEDENCE) // others ask for the new name
    void on(TemplateChanged event) {
        known.clear();
        notices.changed(TOPIC);
    }
}
