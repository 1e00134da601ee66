package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.document.Files;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.paper.StationResults;
import de.ratssaal.paper.WayPlanning;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** A paper as it is read: what is to be resolved and why, its way through the organizations, its files and versions. */
@Route(value = PaperLinks.LIST + "/:" + Address.PAPER, layout = MainLayout.class)
@PermitAll
class PaperView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final PaperShelf shelf;
    private final PaperWordings wordings;
    private final PaperDrafting drafting;
    private final PaperRouting routing;
    private final WayPlanning ways;
    private final ObjectProvider<StationResults> results;
    private final Files files;
    private final Kinds kinds;
    private final Councils councils;
    private final Meetings meetings;
    private final ChangeNotices notices;
    private final List<PaperPart> parts;
    private @Nullable PaperPage shown;
    private String shownAs = "";
    private @Nullable FilesCard filesCard;
    private @Nullable FilesShown filesShown;

    PaperView(
            PaperShelf shelf,
            PaperWordings wordings,
            PaperDrafting drafting,
            PaperRouting routing,
            WayPlanning ways,
            ObjectProvider<StationResults> results,
            Files files,
            Kinds kinds,
            Councils councils,
            Meetings meetings,
            ChangeNotices notices,
            ObjectProvider<PaperPart> parts) {
        this.shelf = shelf;
        this.wordings = wordings;
        this.drafting = drafting;
        this.routing = routing;
        this.ways = ways;
        this.results = results;
        this.files = files;
        this.kinds = kinds;
        this.councils = councils;
        this.meetings = meetings;
        this.notices = notices;
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(PaperPart::order)).toList();
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = Address.paper(event);
        show(id);
        WhileShown.watch(this, ui -> notices.watch(PaperShelf.topic(id), () -> WhileShown.update(ui, () -> show(id))));
    }

    /** What looks as it did stays: whoever has their finger on a button keeps it. */
    private void show(PaperId id) {
        var page = shelf.paper(id);
        var above = above(page);
        var below = below(page);
        var appearance = Stream.concat(above.stream(), below.stream())
                .map(it -> it.getElement().getOuterHTML())
                .collect(Collectors.joining());
        var filesCard = files(id, page.paper().isPublic());
        if (page.equals(shown) && appearance.equals(shownAs) && filesCard.isAttached()) {
            return;
        }
        shown = page;
        shownAs = appearance;
        getContent().removeAll();
        getContent().add(above);
        getContent().add(filesCard);
        getContent().add(below);
    }

    private List<Component> above(PaperPage page) {
        var all = new ArrayList<Component>();
        all.add(header(page));
        all.addAll(contributed(page, part -> part.order() < 0));
        if (page.withdrawnReason() != null) {
            all.add(note(Symbol.ALERT, withdrawn(page.withdrawnReason())));
        }
        if (page.paper().revised()) {
            all.add(note(Symbol.EDIT, getTranslation("paper.page.revised")));
        }
        all.add(proposal(page));
        if (!page.reasons().isBlank()) {
            var prose = new Div();
            prose.addClassName("rs-prose");
            page.reasons().lines().map(Paragraph::new).forEach(prose::add);
            all.add(new Card(getTranslation("paper.page.reasons"), prose));
        }
        all.add(new DetailsText(page.details()));
        all.add(way(page));
        return all;
    }

    private List<Component> below(PaperPage page) {
        var all = new ArrayList<Component>();
        var released = wordings.of(page.paper().id());
        if (!released.isEmpty()) {
            var zone = councils.body(page.paper().body()).zone();
            all.add(new VersionsCard(page.paper().id(), released, zone));
        }
        all.addAll(contributed(page, part -> part.order() >= 0));
        return all;
    }

    /** It stays over changes of the paper: somebody may be uploading something at that moment. */
    private FilesCard files(PaperId id, boolean isPublic) {
        var kind = new FilesShown(id, isPublic, files.mayChange(PaperFiles.owner(id)));
        if (filesCard == null || !kind.equals(filesShown)) {
            filesShown = kind;
            filesCard = new FilesCard(
                    PaperFiles.owner(id),
                    getTranslation("paper.files"),
                    getTranslation("paper.files.public"),
                    isPublic,
                    files,
                    notices);
        } else {
            filesCard.refresh();
        }
        return filesCard;
    }

    private record FilesShown(PaperId paper, boolean isPublic, boolean mayChange) {}

    private List<Component> contributed(PaperPage page, Predicate<PaperPart> which) {
        return parts.stream()
                .filter(which)
                .<Component>flatMap(it -> it.of(page, () -> show(page.paper().id())).stream())
                .toList();
    }

    private String withdrawn(String reason) {
        return reason.isEmpty()
                ? getTranslation("paper.page.withdrawn")
                : getTranslation("paper.page.withdrawn-because", reason);
    }

    private static Component note(Symbol symbol, String text) {
        var note = new Paragraph(symbol.create(), new Span(text));
        note.addClassName("rs-note");
        return note;
    }

    private Component header(PaperPage page) {
        var paper = page.paper();
        var by = paper.originator().isEmpty()
                ? councils.organization(paper.organization()).name()
                : paper.originator();
        var header = new PageHeader(
                        paper.title(),
                        getTranslation("paper.page.subtitle", paper.number().toString(), kinds.of(this, paper), by))
                .above(getTranslation("paper.menu"), PaperLinks.LIST)
                .meta(Badges.of(this, paper).toArray(Component[]::new));
        if (page.mayEdit()) {
            header.actions(actions(page).toArray(Component[]::new));
        }
        return header;
    }

    private ArrayList<Component> actions(PaperPage page) {
        var paper = page.paper();
        var actions = new ArrayList<Component>();
        if (page.mayRelease() && (paper.state() == PaperState.DRAFT || paper.revised())) {
            var release =
                    new Button(getTranslation("paper.release"), Symbol.SEND.create(), click -> confirmRelease(page));
            release.addThemeNames("primary");
            actions.add(release);
        }
        actions.add(ButtonLink.secondary(PaperLinks.edit(paper.id()), Symbol.EDIT, getTranslation("paper.edit")));
        var withdraw =
                new Button(getTranslation("paper.withdraw"), Symbol.UNDO.create(), click -> confirmWithdrawal(page));
        withdraw.addThemeNames("tertiary", "error");
        if (page.mayRelease() || paper.state() == PaperState.DRAFT) {
            actions.add(withdraw);
        }
        return actions;
    }

    private void confirmRelease(PaperPage page) {
        var paper = page.paper();
        var draft = drafting.workingCopy(paper.id());
        ConfirmAction.ask(
                getTranslation("paper.release.question", paper.number().toString()),
                getTranslation(paper.isPublic() ? "paper.release.text" : "paper.release.text-non-public"),
                getTranslation("paper.release"),
                () -> {
                    drafting.release(paper.id(), draft.revision());
                    Notice.success(
                            getTranslation("paper.release.done", paper.number().toString()));
                    show(paper.id());
                });
    }

    private void confirmWithdrawal(PaperPage page) {
        var paper = page.paper();
        var reason = new TextArea(getTranslation("paper.withdraw.reason"));
        reason.setWidthFull();
        var dialog = new Dialog();
        dialog.setHeaderTitle(
                getTranslation("paper.withdraw.question", paper.number().toString()));
        dialog.setWidth("34rem");
        dialog.add(new Paragraph(getTranslation("paper.withdraw.text")), reason);
        var withdraw = new Button(getTranslation("paper.withdraw"), click -> {
            drafting.withdraw(paper.id(), reason.getValue());
            dialog.close();
            show(paper.id());
        });
        withdraw.addThemeNames("primary", "error");
        dialog.getFooter().add(new Button(getTranslation("base.cancel"), click -> dialog.close()), withdraw);
        dialog.open();
        reason.focus();
    }

    private Component proposal(PaperPage page) {
        var card = new Card(getTranslation("paper.page.proposal"));
        card.add(
                page.proposal().isEmpty()
                        ? new Paragraph(getTranslation("paper.page.no-proposal"))
                        : new ProposalText(page.proposal()));
        return card;
    }

    private Component way(PaperPage page) {
        var others = councils.organizations(page.paper().body()).stream()
                .filter(it -> it.classification().meets())
                .toList();
        return new WayCard(
                page,
                Station.of(page.consultations(), councils, meetings),
                others,
                routing,
                ways,
                results.getIfAvailable(),
                () -> show(page.paper().id()));
    }

    @Override
    public String getPageTitle() {
        return shown == null
                ? getTranslation("paper.menu")
                : shown.paper().number() + " " + shown.paper().title();
    }
}
