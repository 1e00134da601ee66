package de.ratssaal.document.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.document.FileId;
import de.ratssaal.document.FileLinks;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.Files;
import de.ratssaal.document.PageSize;
import de.ratssaal.document.RedactedFile;
import de.ratssaal.document.Redaction;
import de.ratssaal.document.RedactionArea;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Marks in a non-public PDF what nobody outside may read, and makes the public version without it. */
@Route(value = FileLinks.REDACT, layout = MainLayout.class)
@PermitAll // who may do it is asked for the file at hand
class RedactView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private static final float POINTS_PER_MM = 72 / 25.4f;

    private final Redaction redaction;
    private final Files files;
    private final PageMarker marker = new PageMarker();
    private final Span pageName = new Span();
    private final Button back = new Button(Symbol.CHEVRON_LEFT.create(), click -> turn(-1));
    private final Button forth = new Button(Symbol.CHEVRON_RIGHT.create(), click -> turn(1));
    private final TextField words = new TextField();
    private final TextField label = new TextField();
    private final TextField fileName = new TextField();
    private final Div marked = new Div();
    private final Div made = new Div();
    private final List<RedactionArea> areas = new ArrayList<>();
    private final List<PageSize> pages = new ArrayList<>();
    private @Nullable FileSummary file;
    private int page = 1;

    RedactView(Redaction redaction, Files files) {
        this.redaction = redaction;
        this.files = files;
        getContent().addClassName("rs-page");
        pageName.getElement().setAttribute("aria-live", "polite");
        back.setAriaLabel(getTranslation("document.redact.page-back"));
        forth.setAriaLabel(getTranslation("document.redact.page-forth"));
        words.setLabel(getTranslation("document.redact.words"));
        words.setHelperText(getTranslation("document.redact.words-help"));
        words.setMaxLength(200);
        // a neutral name: what the original is called may be just what nobody is to read
        fileName.setLabel(getTranslation("document.redact.name"));
        fileName.setHelperText(getTranslation("document.redact.name-help"));
        fileName.setMaxLength(120);
        fileName.setValue(getTranslation("document.redact.name-usual"));
        fileName.addClassName("rs-grow");
        label.setLabel(getTranslation("document.redact.label"));
        label.setHelperText(getTranslation("document.redact.label-help"));
        label.setMaxLength(40);
        label.setValue(getTranslation("document.redact.label-usual"));
        made.getElement().setAttribute("role", "status");
        marker.addAreaMarkListener(event -> {
            areas.add(event.area());
            showMarked();
        });
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        var found = identifier(id);
        pages.clear();
        pages.addAll(redaction.pages(found));
        file = files.read(found).file();
        areas.clear();
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(getTranslation("document.redact.title"), file().name()),
                        new Paragraph(getTranslation("document.redact.text")),
                        made,
                        tools());
        showPage();
        showMarked();
    }

    private static FileId identifier(String id) {
        try {
            return new FileId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw (NoSuchElementException) new NoSuchElementException(id).initCause(e);
        }
    }

    private FileSummary file() {
        if (file == null) {
            throw new IllegalStateException("shown without a file");
        }
        return file;
    }

    private Component tools() {
        var turning = new Div(back, pageName, forth);
        turning.addClassName("rs-marker-pages");
        var search = new Button(getTranslation("document.redact.search"), Symbol.SEARCH.create(), click -> search());
        var finding = new Div(words, search);
        finding.addClassName("rs-form");
        var make = new Button(getTranslation("document.redact.make"), click -> make());
        make.addThemeNames("primary");
        make.setDisableOnClick(true);
        make.addClickListener(click -> make.setEnabled(true));
        var finishing = new Div(label, fileName, make);
        finishing.addClassName("rs-form");
        var side = new Div(
                new Card(getTranslation("document.redact.find"), finding),
                new Card(getTranslation("document.redact.marked"), marked),
                new Card(getTranslation("document.redact.finish"), finishing));
        side.addClassName("rs-form");
        var tools = new Div(new Div(turning, marker), side);
        tools.addClassName("rs-redaction");
        return tools;
    }

    private void turn(int by) {
        page = Math.clamp(page + by, 1, pages.size());
        showPage();
        marker.mark(areas);
    }

    private void showPage() {
        var shown = page;
        var id = file().id();
        pageName.setText(getTranslation("document.redact.page", shown, pages.size()));
        back.setEnabled(shown > 1);
        forth.setEnabled(shown < pages.size());
        marker.show(
                shown,
                pages.get(shown - 1),
                DownloadHandler.fromInputStream(request -> {
                            var picture = redaction.picture(id, shown);
                            return new DownloadResponse(
                                    new ByteArrayInputStream(picture),
                                    "page-%d.png".formatted(shown),
                                    "image/png",
                                    picture.length);
                        })
                        .inline());
    }

    private void search() {
        var before = areas.size();
        redaction.find(file().id(), words.getValue()).stream()
                .filter(it -> !areas.contains(it))
                .forEach(areas::add);
        showMarked();
        Notice.success(getTranslation("document.redact.found", areas.size() - before));
    }

    private void showMarked() {
        marker.mark(areas);
        marked.removeAll();
        if (areas.isEmpty()) {
            marked.add(new Paragraph(getTranslation("document.redact.none")));
            return;
        }
        areas.sort(Comparator.comparingInt(RedactionArea::page)
                .thenComparing(RedactionArea::y)
                .thenComparing(RedactionArea::x));
        var list = new UnorderedList();
        list.addClassName("rs-marked");
        areas.forEach(it -> list.add(line(it)));
        marked.add(list);
    }

    private ListItem line(RedactionArea area) {
        var text = getTranslation("document.redact.page", area.page(), pages.size())
                + ": "
                + getTranslation(
                        "document.redact.place",
                        millimetres(area.x()),
                        millimetres(area.y()),
                        millimetres(area.width()),
                        millimetres(area.height()));
        var remove = new Button(Symbol.DELETE.create(), click -> {
            areas.remove(area);
            showMarked();
        });
        remove.addThemeNames("tertiary", "icon", "small");
        remove.setAriaLabel(getTranslation("document.redact.unmark", text));
        return new ListItem(new Span(text), remove);
    }

    private static String millimetres(float points) {
        return Integer.toString(Math.round(points / POINTS_PER_MM));
    }

    private void make() {
        if (areas.isEmpty()) {
            Notice.refusal(getTranslation("document.redact.refused.nothing-marked"));
            return;
        }
        ConfirmAction.ask(
                getTranslation("document.redact.question", areas.size()),
                getTranslation("document.redact.question-text"),
                getTranslation("document.redact.question-verb"),
                this::makeNow);
    }

    private void makeNow() {
        var done = redaction.make(file().id(), List.copyOf(areas), label.getValue(), pdfName());
        showMade(done);
        Notice.success(getTranslation("document.redact.made"));
    }

    private String pdfName() {
        var name = fileName.getValue().strip();
        var called = name.isEmpty() ? getTranslation("document.redact.name-usual") : name;
        return called.endsWith(".pdf") ? called : called + ".pdf";
    }

    private void showMade(RedactedFile done) {
        var report = done.report();
        var card = new Card(getTranslation("document.redact.made"), new FileLink(done.file()));
        card.add(new Paragraph(
                getTranslation("document.redact.report", report.letters(), report.imagesBlackened(), report.shapes())));
        if (report.imagesRemoved() > 0) {
            card.add(new Paragraph(getTranslation("document.redact.report-images", report.imagesRemoved())));
        }
        if (!report.picturePages().isEmpty()) {
            card.add(new Paragraph(getTranslation(
                    "document.redact.report-pages",
                    report.picturePages().stream().map(String::valueOf).collect(Collectors.joining(", ")))));
        }
        card.add(new Paragraph(getTranslation("document.redact.report-check")));
        var leave = new Button(
                getTranslation("document.redact.leave"),
                Symbol.BACK.create(),
                click -> UI.getCurrent().getPage().getHistory().back());
        card.add(new Div(leave));
        made.removeAll();
        made.add(card.emphasized());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("document.redact.title");
    }
}
