package de.ratssaal.teller.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.PersonChip;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Timeline;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationLinks;
import de.ratssaal.teller.Ceremony;
import de.ratssaal.teller.CeremonyId;
import de.ratssaal.teller.CeremonyState;
import de.ratssaal.teller.KeyCeremonies;
import de.ratssaal.teller.NamingTellers;
import de.ratssaal.teller.Readiness;
import de.ratssaal.teller.TellerLinks;
import de.ratssaal.teller.TellerPage;
import de.ratssaal.teller.TellerSet;
import de.ratssaal.teller.TellerSetId;
import de.ratssaal.teller.Tellers;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tellers of an organization and how far their key is; what comes next is the largest button. */
@Route(value = "organizations/:organization/tellers", layout = MainLayout.class)
@PermitAll
class OrganizationTellersView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final Tellers tellers;
    private final NamingTellers naming;
    private final KeyCeremonies ceremonies;
    private final Councils councils;
    private final ChangeNotices notices;
    private final @Nullable PersonId me;
    private final Section head = new Section("rs-teller-head");
    private final Section next = new Section("rs-part").calm();
    private final Section way = new Section("rs-part");
    private final Section people = new Section("rs-part");

    OrganizationTellersView(
            Tellers tellers,
            NamingTellers naming,
            KeyCeremonies ceremonies,
            Councils councils,
            ChangeNotices notices,
            Access access) {
        this.tellers = tellers;
        this.naming = naming;
        this.ceremonies = ceremonies;
        this.councils = councils;
        this.notices = notices;
        this.me = access.signedIn().map(SignedIn::person).orElse(null);
        getContent().addClassName("rs-page");
        getContent().add(head, next, way, people);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = organization(event.getRouteParameters().get("organization").orElse(""));
        show(id);
        WhileShown.watch(this, ui -> notices.watch(Tellers.changesOf(id), () -> WhileShown.update(ui, () -> show(id))));
    }

    private static OrganizationId organization(String text) {
        try {
            return new OrganizationId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw (NoSuchElementException) new NoSuchElementException(text).initCause(e);
        }
    }

    private void show(OrganizationId id) {
        var page = tellers.page(id);
        var set = page.set();
        head.show(Arrays.asList(page.organization(), page.readiness(), set, page.mayConduct()), () -> header(page));
        next.show(
                Arrays.asList(
                        set,
                        page.readiness(),
                        page.mayConduct(),
                        page.latest().map(Ceremony::id),
                        page.latest().map(Ceremony::state)),
                () -> set == null ? nobody(page) : next(page, set));
        way.setVisible(set != null);
        people.setVisible(set != null);
        if (set != null) {
            way.show(Arrays.asList(set, page.latest(), page.readiness()), () -> way(page, set));
            people.show(Arrays.asList(set, page.canSignIn(), page.latest()), () -> people(page, set));
        }
    }

    private Component header(TellerPage page) {
        var organization = page.organization();
        var header = new PageHeader(getPageTitle(), getTranslation("teller.subtitle"))
                .above(organization.name(), OrganizationLinks.organization(organization.id()))
                .meta(TellerTexts.badge(this, page.readiness()));
        if (page.mayConduct() && page.set() != null) {
            header.actions(new Button(
                    getTranslation("teller.name.others"),
                    Symbol.EDIT.create(),
                    click -> name(page.organization().id(), page.set())));
        }
        return header;
    }

    private Component nobody(TellerPage page) {
        if (!page.mayConduct()) {
            return new EmptyState(
                    Symbol.KEY, getTranslation("teller.next." + page.readiness()), getTranslation("teller.none-text"));
        }
        var name = large(
                "teller.name", Symbol.GROUP, () -> name(page.organization().id(), null));
        return new EmptyState(
                Symbol.KEY,
                getTranslation("teller.next." + page.readiness()),
                getTranslation("teller.none-for-chair"),
                name);
    }

    private void name(OrganizationId organization, @Nullable TellerSet before) {
        var id = TellerSetId.next();
        new NameTellersDialog(naming.nominees(organization), before, (persons, threshold) -> {
                    naming.name(id, organization, persons, threshold);
                    show(organization);
                })
                .open();
    }

    private Component next(TellerPage page, TellerSet set) {
        var running = page.latest().filter(Ceremony::isRunning);
        if (running.isPresent()) {
            return running(page, set, running.get());
        }
        var id = page.organization().id();
        var card = new Card(getTranslation("teller.next." + page.readiness())).emphasized();
        card.add(new Paragraph(getTranslation(page.readiness().key())));
        var aborted = page.latest().map(Ceremony::reason);
        aborted.ifPresent(it -> card.add(
                TellerTexts.note(Symbol.ALERT, getTranslation("teller.aborted", TellerTexts.reason(this, it)))));
        if (!page.mayConduct()) {
            return card;
        }
        var ceremony = CeremonyId.next();
        var actions = new Div();
        actions.addClassName("rs-actions");
        if (page.readiness() == Readiness.READY) {
            var again = new Button(
                    getTranslation("teller.repeat"),
                    Symbol.REFRESH.create(),
                    click -> ConfirmAction.ask(
                            getTranslation("teller.repeat.question"),
                            getTranslation("teller.repeat.consequence"),
                            getTranslation("teller.repeat"),
                            () -> begin(ceremony, id)));
            actions.add(again);
        } else {
            card.add(new Paragraph(getTranslation("teller.begin.text")));
            actions.add(large(
                    page.latest().isEmpty() ? "teller.begin" : "teller.begin.again",
                    Symbol.KEY,
                    () -> begin(ceremony, id)));
        }
        card.add(actions);
        return card;
    }

    private void begin(CeremonyId ceremony, OrganizationId organization) {
        ceremonies.begin(ceremony, organization);
        show(organization);
    }

    private Component running(TellerPage page, TellerSet set, Ceremony ceremony) {
        var takesPart = me != null && set.has(me);
        var card = new Card(getTranslation("teller.next.RUNNING"), new Paragraph(getTranslation("teller.running.text")))
                .emphasized();
        var actions = new Div();
        actions.addClassName("rs-actions");
        if (takesPart) {
            var join = ButtonLink.primary(TellerLinks.MINE, Symbol.KEY, getTranslation("teller.running.join"));
            join.addClassName("rs-teller-join");
            actions.add(join);
        }
        if (page.mayConduct()) {
            var abort = new Button(
                    getTranslation("teller.abort"),
                    Symbol.STOP.create(),
                    click -> new AbortDialog(reason -> {
                                ceremonies.abort(ceremony.id(), reason);
                                show(page.organization().id());
                            })
                            .open());
            abort.addThemeNames("tertiary", "error");
            actions.add(abort);
        }
        card.add(actions);
        return card;
    }

    private Button large(String key, Symbol symbol, Runnable step) {
        var button = new Button(getTranslation(key), symbol.create(), click -> step.run());
        button.addThemeNames("primary", "large");
        return button;
    }

    /** From the naming to the key. A round that is not complete says who has passed it. */
    private Component way(TellerPage page, TellerSet set) {
        var timeline = new Timeline();
        timeline.add(Timeline.Step.DONE, moment(page, set.namedAt()), getTranslation("teller.way.named"));
        var ceremony = page.latest().orElse(null);
        var isAborted = ceremony != null && ceremony.state() == CeremonyState.ABORTED;
        for (var round = 0; round <= Ceremony.LAST_ROUND; round++) {
            var title = getTranslation("teller.way.round-" + round);
            if (ceremony == null || isAborted) {
                timeline.add(Timeline.Step.TO_COME, "", title);
            } else if (ceremony.isComplete(round)) {
                timeline.add(Timeline.Step.DONE, "", title);
            } else {
                timeline.add(step(ceremony, round), "", title, passed(set, ceremony, round));
            }
        }
        var made = page.made().orElse(null);
        if (ceremony == null || ceremony.state() != CeremonyState.DONE) {
            timeline.add(Timeline.Step.TO_COME, "", getTranslation("teller.way.ready"));
        } else {
            var ended = ceremony.endedAt();
            timeline.add(
                    Timeline.Step.DONE, ended == null ? "" : moment(page, ended), getTranslation("teller.way.ready"));
        }
        var card = new Card(getTranslation("teller.way"), timeline);
        if (made != null) {
            made.fingerprint()
                    .ifPresent(it -> card.add(new Paragraph(
                            new Span(getTranslation("teller.way.fingerprint") + " "), TellerTexts.digits(it))));
        }
        if (made != null && !made.equals(ceremony)) {
            card.add(TellerTexts.note(Symbol.INFO, getTranslation("teller.way.earlier")));
        }
        return card;
    }

    private static Timeline.Step step(Ceremony ceremony, int round) {
        return round == 0 || ceremony.isComplete(round - 1) ? Timeline.Step.NOW : Timeline.Step.TO_COME;
    }

    private Component passed(TellerSet set, Ceremony ceremony, int round) {
        var list = new UnorderedList();
        list.addClassName("rs-teller-passed");
        set.seats().forEach(seat -> {
            var there = ceremony.message(round, seat.index()) != null;
            list.add(new ListItem(new StatusBadge(
                    there ? Tone.SUCCESS : Tone.NEUTRAL,
                    there ? Symbol.CHECK : Symbol.CLOCK,
                    getTranslation(there ? "teller.way.passed" : "teller.way.waiting", seat.name()))));
        });
        return list;
    }

    private Component people(TellerPage page, TellerSet set) {
        var list = new OrderedList();
        list.addClassName("rs-people");
        set.seats().forEach(seat -> {
            var hasAccount = page.canSignIn().contains(seat.person());
            var entry = new ListItem(
                    new PersonChip(seat.name(), getTranslation("teller.people.number", seat.index()), null));
            if (!hasAccount) {
                entry.add(new StatusBadge(Tone.WARNING, getTranslation("teller.people.no-account")));
            }
            list.add(entry);
        });
        return new Card(
                getTranslation("teller.people"),
                new Paragraph(new Span(getTranslation("ballot.teller.threshold", set.threshold(), set.size()))),
                list);
    }

    private String moment(TellerPage page, Instant moment) {
        var zone = councils.body(page.organization().body()).zone();
        return getTranslation("teller.way.at", moment.atZone(zone));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("teller.title");
    }
}
