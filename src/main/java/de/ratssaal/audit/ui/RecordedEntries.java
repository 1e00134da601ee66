package de.ratssaal.audit.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import de.ratssaal.audit.AuditEntry;
import de.ratssaal.audit.AuditFilter;
import de.ratssaal.audit.AuditTrail;
import de.ratssaal.base.Messages;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.KnownNames;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was recorded, the newest first, page by page, narrowed down by what the reader asks for. */
class RecordedEntries extends Composite<Div> {

    /** In an address: only entries of this subject. */
    static final String SUBJECT = "subject";

    private static final int PAGE = 50;

    private final AuditTrail trail;
    private final Messages messages;
    private final KnownNames names;
    private final TextField subject = new TextField();
    private final ComboBox<String> type = new ComboBox<>();
    private final TextField actor = new TextField();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final OrderedList list = new OrderedList();
    private final Div nothing = new Div();
    private final Button older = new Button();
    private @Nullable Long last;

    RecordedEntries(AuditTrail trail, Messages messages, KnownNames names) {
        this.trail = trail;
        this.messages = messages;
        this.names = names;
        subject.setLabel(getTranslation("audit.filter.subject"));
        subject.setPlaceholder("meeting/…");
        subject.setValueChangeMode(ValueChangeMode.LAZY);
        type.setLabel(getTranslation("audit.filter.type"));
        type.setItemLabelGenerator(it -> EntryWords.title(it, messages, getLocale()));
        actor.setLabel(getTranslation("audit.filter.actor"));
        actor.setHelperText(getTranslation("audit.filter.actor-help"));
        actor.setValueChangeMode(ValueChangeMode.LAZY);
        from.setLabel(getTranslation("audit.filter.from"));
        to.setLabel(getTranslation("audit.filter.to"));
        for (var field : List.of(subject, actor)) {
            field.setClearButtonVisible(true);
            field.addValueChangeListener(change -> show());
        }
        for (var field : List.of(from, to)) {
            field.setClearButtonVisible(true);
            field.addValueChangeListener(change -> show());
        }
        type.setClearButtonVisible(true);
        type.addValueChangeListener(change -> show());
        list.addClassName("rs-log");
        older.setText(getTranslation("audit.entries.older"));
        older.addClickListener(click -> add());
        var refresh = new Button(getTranslation("audit.entries.refresh"), Symbol.REFRESH.create(), click -> show());
        var filter = new Div(subject, type, actor, from, to);
        filter.addClassNames("rs-form", "rs-log-filter");
        getContent().add(new Card(getTranslation("audit.entries"), filter, nothing, list, older).aside(refresh));
    }

    void showSubject(String of) {
        subject.setValue(of);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        from.setI18n(DateTexts.of(this));
        to.setI18n(DateTexts.of(this));
        type.setItems(trail.types().stream()
                .sorted(Comparator.comparing(
                        it -> EntryWords.title(it, messages, getLocale()), Collator.getInstance(getLocale())))
                .toList());
        show();
    }

    private void show() {
        if (!isAttached()) {
            return;
        }
        list.removeAll();
        nothing.removeAll();
        last = null;
        add();
        if (list.getChildren().findAny().isEmpty()) {
            nothing.add(new EmptyState(
                    Symbol.AUDIT, getTranslation("audit.entries.none"), getTranslation("audit.entries.none-text")));
        }
    }

    private void add() {
        var page = trail.newest(filter(), last, PAGE);
        var moments = Moments.of(this);
        var words = EntryWords.of(page, messages, names, getLocale());
        page.forEach(it -> list.add(item(it, words, moments)));
        if (!page.isEmpty()) {
            last = page.getLast().id();
        }
        older.setVisible(page.size() == PAGE);
    }

    private AuditFilter filter() {
        return new AuditFilter(
                given(subject.getValue()),
                type.getValue(),
                given(actor.getValue()),
                startOf(from.getValue(), 0),
                startOf(to.getValue(), 1));
    }

    private static @Nullable String given(String value) {
        return value.isBlank() ? null : value.strip();
    }

    private @Nullable Instant startOf(@Nullable LocalDate day, int daysLater) {
        return day == null
                ? null
                : day.plusDays(daysLater).atStartOfDay(Moments.of(this).zone()).toInstant();
    }

    private Component item(AuditEntry entry, EntryWords words, Moments moments) {
        var when = new Span(moments.brief(entry.at()));
        when.addClassName("rs-log-when");
        var what = new Anchor(AuditEntryView.path(entry.id()), words.title(entry));
        what.addClassName("rs-log-what");
        var who = new Span(String.join(" · ", words.people(entry)));
        who.addClassName("rs-log-who");
        return new ListItem(when, new Div(what, who, EntryWords.line(entry)));
    }
}
