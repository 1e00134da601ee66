package de.ratssaal.minutes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.minutes.MinutesBook;
import de.ratssaal.minutes.MinutesDrafting;
import de.ratssaal.minutes.MinutesLinks;
import de.ratssaal.minutes.MinutesSummary;
import de.ratssaal.minutes.TextBlock;
import de.ratssaal.minutes.WrittenText;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The minutes of a meeting: the secretariat writes beside the preview, everybody else reads. */
@Route(value = "meetings/minutes/:meeting", layout = MainLayout.class)
@PermitAll
class MinutesView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final MinutesBook minutes;
    private final MinutesDrafting drafting;
    private final Meetings meetings;
    private final ChangeNotices notices;
    private final MinutesPreview preview = new MinutesPreview();
    private final Map<TextBlock, BlockEditor> editors = new LinkedHashMap<>();
    private @Nullable MeetingSummary meeting;
    private @Nullable MinutesSummary shown;

    MinutesView(MinutesBook minutes, MinutesDrafting drafting, Meetings meetings, ChangeNotices notices) {
        this.minutes = minutes;
        this.drafting = drafting;
        this.meetings = meetings;
        this.notices = notices;
        getContent().addClassNames("rs-page", "rs-minutes");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = addressed(event.getRouteParameters().get("meeting").orElse(""));
        show(id);
        WhileShown.watch(
                this,
                ui -> notices.watch(ChangeNotices.meeting(id.value()), () -> WhileShown.update(ui, () -> refresh(id))));
    }

    private static MeetingId addressed(String text) {
        try {
            return new MeetingId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(text);
        }
    }

    private void show(MeetingId id) {
        var of = meetings.meeting(id);
        meeting = of;
        shown = minutes.find(id).orElse(null);
        editors.clear();
        getContent().removeAll();
        var mayWrite = minutes.mayWrite(id);
        getContent().add(header(of, shown, mayWrite));
        if (shown == null) {
            getContent().add(nothingYet(of, mayWrite));
            return;
        }
        preview.show(minutes.written(id));
        if (shown.isReleased() || !mayWrite) {
            getContent().add(preview);
        } else {
            var columns = new Div(editor(of), preview);
            columns.addClassName("rs-minutes-columns");
            getContent().add(columns);
        }
    }

    /** Somebody wrote, released, or went on with the meeting. What is being typed here stays. */
    private void refresh(MeetingId id) {
        var now = minutes.find(id).orElse(null);
        var state = meetings.meeting(id).state();
        var isAsBefore =
                shown == null || now == null ? shown == null && now == null : shown.isReleased() == now.isReleased();
        if (!isAsBefore || meeting == null || meeting.state() != state) {
            if (!Objects.equals(shown, now) || editors.values().stream().noneMatch(BlockEditor::isUndecided)) {
                show(id);
            }
            return;
        }
        if (now == null) {
            return; // the button that begins them is not exchanged under somebody's finger
        }
        shown = now;
        preview.show(minutes.written(id));
        if (!editors.isEmpty()) {
            var texts = minutes.texts(id);
            editors.forEach((block, editor) -> editor.refresh(texts.getOrDefault(block, WrittenText.NONE)));
        }
    }

    private Component header(MeetingSummary of, @Nullable MinutesSummary now, boolean mayWrite) {
        var header = new PageHeader(getTranslation("minutes.view.title"), of.title())
                .above(of.title(), MeetingLinks.meeting(of.id()));
        if (now == null) {
            return header;
        }
        if (!now.isReleased()) {
            header.meta(new StatusBadge(Tone.NEUTRAL, getTranslation("minutes.view.state.DRAFT")));
            var proof = download(MinutesLinks.draftPdf(of.id()), "minutes.view.draft-pdf");
            if (mayWrite) {
                var button = new Button(
                        getTranslation("minutes.view.release"), Symbol.SUCCESS.create(), click -> askToRelease(of));
                button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                button.setEnabled(of.state() == MeetingState.CLOSED);
                header.actions(button, proof);
            } else {
                header.actions(proof);
            }
            return header;
        }
        var releasedAt = now.releasedAt();
        header.meta(
                new StatusBadge(Tone.SUCCESS, getTranslation("minutes.view.state.RELEASED")),
                new Span(getTranslation(
                        "minutes.view.released-by",
                        releasedAt == null ? of.start() : releasedAt.atZone(of.zone()),
                        now.releasedBy() == null ? "" : now.releasedBy())));
        if (minutes.whole(of.id()).isPresent()) {
            header.actions(
                    download(MinutesLinks.pdf(of.id()), "minutes.view.whole-pdf"),
                    download(MinutesLinks.publicPdf(of.id()), "minutes.view.public-pdf"));
        } else {
            header.actions(download(MinutesLinks.publicPdf(of.id()), "minutes.view.public-pdf"));
        }
        return header;
    }

    private Component download(String address, String key) {
        var link = new Anchor(address);
        link.setRouterIgnore(true);
        link.add(Symbol.DOWNLOAD.create(), new Span(getTranslation(key)));
        link.addClassNames("rs-button", "rs-button-secondary");
        return link;
    }

    private Component nothingYet(MeetingSummary of, boolean mayWrite) {
        if (!mayWrite) {
            return new EmptyState(
                    Symbol.MINUTES,
                    getTranslation("minutes.view.not-released"),
                    getTranslation("minutes.view.not-released-text"));
        }
        if (of.openedAt() == null) {
            return new EmptyState(
                    Symbol.MINUTES,
                    getTranslation("minutes.view.not-begun"),
                    getTranslation("minutes.begin.not-opened"));
        }
        var begin = new Button(getTranslation("minutes.view.begin"), Symbol.EDIT.create(), click -> {
            drafting.begin(of.id());
            show(of.id());
        });
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new EmptyState(
                Symbol.MINUTES,
                getTranslation("minutes.view.not-begun"),
                getTranslation("minutes.view.not-begun-text"),
                begin);
    }

    private Component editor(MeetingSummary of) {
        var texts = minutes.texts(of.id());
        var column = new Section(new H2(getTranslation("minutes.view.texts")));
        column.addClassName("rs-minutes-editor");
        column.add(new Paragraph(getTranslation("minutes.view.texts-help")));
        if (of.state() != MeetingState.CLOSED) {
            column.add(new Paragraph(getTranslation("minutes.view.release-later")));
        }
        add(column, of, texts, TextBlock.RECORDER, getTranslation("minutes.view.block.recorder"));
        add(column, of, texts, TextBlock.INTRO, getTranslation("minutes.view.block.intro"));
        for (var item : meetings.agenda(of.id())) {
            var label = "%s %s".formatted(item.number(), item.title());
            add(
                    column,
                    of,
                    texts,
                    TextBlock.of(item.id()),
                    item.isPublic() ? label : getTranslation("minutes.view.block.non-public", label));
        }
        add(column, of, texts, TextBlock.CLOSING, getTranslation("minutes.view.block.closing"));
        return column;
    }

    private void add(
            Section column, MeetingSummary of, Map<TextBlock, WrittenText> texts, TextBlock block, String label) {
        var editor = new BlockEditor(
                block,
                label,
                texts.getOrDefault(block, WrittenText.NONE),
                (which, text, seen) -> drafting.save(of.id(), which, text, seen),
                () -> {
                    shown = minutes.find(of.id()).orElse(null);
                    preview.show(minutes.written(of.id()));
                });
        editors.put(block, editor);
        column.add(editor);
    }

    private void askToRelease(MeetingSummary of) {
        if (editors.values().stream().anyMatch(BlockEditor::isUndecided)) {
            Notice.refusal(getTranslation("minutes.view.undecided"));
            return;
        }
        ConfirmAction.ask(
                getTranslation("minutes.view.release-question"),
                getTranslation("minutes.view.release-consequence"),
                getTranslation("minutes.view.release"),
                () -> release(of));
    }

    private void release(MeetingSummary of) {
        var seen = shown;
        if (seen == null) {
            return;
        }
        try {
            drafting.release(of.id(), seen.version());
            Notice.success(getTranslation("minutes.view.released"));
        } finally {
            refresh(of.id());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("minutes.view.title") + (meeting == null ? "" : ": " + meeting.title());
    }
}
