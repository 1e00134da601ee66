package de.ratssaal.voting.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.BookEntry;
import de.ratssaal.voting.ResolutionBook;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an organization resolved, in its meetings and in writing between them, the latest first, year by year. */
@Route(value = "resolutions/:organization", layout = MainLayout.class)
@PermitAll
class ResolutionBookView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final ResolutionBook book;
    private final Councils councils;

    ResolutionBookView(ResolutionBook book, Councils councils) {
        this.book = book;
        this.councils = councils;
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var organization = councils.organization(addressed(event));
        var zone = councils.body(organization.body()).zone();
        getContent().removeAll();
        getContent().add(new PageHeader(getPageTitle(), organization.name()));
        var years = book.of(organization.id()).stream()
                .collect(Collectors.groupingBy(
                        it -> it.decidedAt().atZone(zone).getYear(), LinkedHashMap::new, Collectors.toList()));
        if (years.isEmpty()) {
            getContent()
                    .add(new EmptyState(
                            Symbol.DECISION,
                            getTranslation("voting.book.none"),
                            getTranslation("voting.book.none-text")));
        }
        years.forEach((year, entries) -> getContent()
                .add(TaskRow.card(
                        String.valueOf(year),
                        entries.stream().map(it -> row(it, zone)).toList())));
    }

    private TaskRow row(BookEntry entry, ZoneId zone) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .format(entry.decidedAt().atZone(zone));
        var row = new TaskRow(
                entry.address(),
                Symbol.DECISION,
                entry.title(),
                entry.isInWriting() ? getTranslation("voting.book.in-writing", day) : day);
        row.badge(
                entry.outcome().isAdopted() ? Tone.SUCCESS : Tone.NEUTRAL,
                getTranslation("voting.outcome." + entry.outcome()));
        if (!entry.isPublic()) {
            row.add(new StatusBadge(Tone.RESTRICTED, getTranslation("voting.book.non-public")));
        }
        return row;
    }

    private static OrganizationId addressed(BeforeEnterEvent event) {
        var text = event.getRouteParameters().get("organization").orElse("");
        try {
            return new OrganizationId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(text);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("voting.book");
    }
}
