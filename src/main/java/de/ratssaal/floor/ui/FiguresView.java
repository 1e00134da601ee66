package de.ratssaal.floor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.floor.ErasingGuestNames;
import de.ratssaal.floor.SpeakingFigures;
import de.ratssaal.floor.SpeakingFigures.Share;
import de.ratssaal.floor.Speeches;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.Meetings;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** How much was said in a meeting, by person, group and gender: as tables with bars, and as a file. */
@Route(value = "meetings/speeches/:meeting", layout = MainLayout.class)
@PermitAll
class FiguresView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final Speeches speeches;
    private final Meetings meetings;
    private final ErasingGuestNames erasing;

    FiguresView(Speeches speeches, Meetings meetings, ErasingGuestNames erasing) {
        this.speeches = speeches;
        this.meetings = meetings;
        this.erasing = erasing;
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = addressed(event);
        var meeting = meetings.meeting(id);
        var figures = speeches.figures(id);
        getContent().removeAll();
        getContent()
                .add(new PageHeader(getPageTitle(), meeting.title()).above(meeting.title(), MeetingLinks.meeting(id)));
        if (figures.byPerson().isEmpty()) {
            getContent()
                    .add(new EmptyState(
                            Symbol.SPEECH,
                            getTranslation("floor.figures.none"),
                            getTranslation("floor.figures.none-text")));
            return;
        }
        getContent()
                .add(
                        download(figures),
                        card("floor.figures.by-group", figures.byGroup(), this::groupName),
                        card("floor.figures.by-gender", figures.byGender(), this::genderName),
                        card("floor.figures.by-person", figures.byPerson(), this::personName));
        showErasing(id);
    }

    private void showErasing(MeetingId id) {
        var names = erasing.erasable(id);
        if (names == 0) {
            return;
        }
        var erase = new Button(getTranslation("floor.erase"), Symbol.DELETE.create(), click -> askErasing(id));
        getContent()
                .add(new Card(
                        getTranslation("floor.erase.title"),
                        new Paragraph(getTranslation("floor.erase.text", names)),
                        erase));
    }

    private void askErasing(MeetingId id) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("floor.erase"));
        dialog.setText(getTranslation("floor.erase.question"));
        dialog.setConfirmText(getTranslation("floor.erase"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelText(getTranslation("base.cancel"));
        dialog.setCancelable(true);
        dialog.addConfirmListener(confirm -> {
            erasing.erase(id);
            Notice.success(getTranslation("floor.erase.done"));
            UI.getCurrent().refreshCurrentRoute(true);
        });
        dialog.open();
    }

    private static MeetingId addressed(BeforeEnterEvent event) {
        var text = event.getRouteParameters().get("meeting").orElse("");
        try {
            return new MeetingId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(text);
        }
    }

    private <T> String groupName(Share<T> share) {
        var group = share.of();
        return group == null ? getTranslation("floor.figures.no-group") : group.toString();
    }

    private String genderName(Share<?> share) {
        var gender = share.of();
        return gender == null
                ? getTranslation("floor.figures.not-told")
                : getTranslation("organization.gender." + gender);
    }

    private String personName(Share<String> share) {
        var name = share.of();
        if (name == null) {
            return getTranslation("floor.figures.guests");
        }
        return share.group() == null ? name : "%s (%s)".formatted(name, share.group());
    }

    private <T> Component card(String title, List<Share<T>> shares, Function<Share<T>, String> name) {
        var table = new NativeTable();
        table.addClassName("rs-floor-figures");
        var head = table.getHead().addRow();
        heading(head, "floor.figures.who");
        heading(head, "floor.figures.speeches").addClassName("rs-floor-number");
        heading(head, "floor.figures.time").addClassName("rs-floor-number");
        var bars = heading(head, "floor.figures.share");
        bars.addClassName("rs-floor-bar-cell");
        var longest = Math.max(
                1, shares.stream().mapToLong(it -> it.time().toMillis()).max().orElse(1));
        for (var share : shares) {
            var row = table.getBody().addRow();
            row.add(new RowHeading(name.apply(share)));
            number(row, String.valueOf(share.speeches()));
            number(row, text(share.time()));
            var bar = new Span();
            bar.addClassName("rs-floor-bar");
            bar.getStyle().set("width", share.time().toMillis() * 100 / longest + "%");
            row.addDataCell().add(bar);
        }
        return new Card(getTranslation(title), table);
    }

    /** Names what its row is about. */
    @Tag("th")
    private static final class RowHeading extends HtmlContainer {

        RowHeading(String text) {
            getElement().setAttribute("scope", "row");
            setText(text);
        }
    }

    private NativeTableHeaderCell heading(NativeTableRow row, String key) {
        var cell = row.addHeaderCell();
        cell.setText(getTranslation(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static void number(NativeTableRow row, String text) {
        NativeTableCell cell = row.addDataCell();
        cell.setText(text);
        cell.addClassName("rs-floor-number");
    }

    /** Minutes and seconds. */
    static String text(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private Component download(SpeakingFigures figures) {
        var sheet = new FiguresSheet(
                        getTranslation("floor.figures.part"),
                        getTranslation("floor.figures.who"),
                        getTranslation("floor.figures.speeches"),
                        getTranslation("floor.figures.seconds"))
                .add(getTranslation("floor.figures.by-person"), figures.byPerson(), this::personName)
                .add(getTranslation("floor.figures.by-group"), figures.byGroup(), this::groupName)
                .add(getTranslation("floor.figures.by-gender"), figures.byGender(), this::genderName)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        var link = new Anchor();
        link.setHref(
                DownloadHandler.fromInputStream(request -> new DownloadResponse(
                        new ByteArrayInputStream(sheet),
                        getTranslation("floor.figures.file"),
                        "text/csv; charset=utf-8",
                        sheet.length)),
                AttachmentType.DOWNLOAD);
        link.addClassNames("rs-button", "rs-button-secondary");
        link.add(Symbol.DOWNLOAD.create(), new Span(getTranslation("floor.figures.download")));
        var actions = new Div(link);
        actions.addClassName("rs-actions");
        return actions;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("floor.figures.title");
    }
}
