package de.ratssaal.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import de.ratssaal.audit.AuditTrail;
import de.ratssaal.audit.FindingText;
import de.ratssaal.audit.HeadComparison;
import de.ratssaal.audit.LogCheck;
import de.ratssaal.audit.LogReport;
import de.ratssaal.base.Messages;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import java.text.NumberFormat;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Checks the whole log while its reader watches, also against a head that was kept outside. */
class WholeCheck extends Composite<Div> {

    private static final int SHOWN = 20;

    private final AuditTrail trail;
    private final Messages messages;
    private final TextArea kept = new TextArea();
    private final Button start = new Button();
    private final ProgressBar progress = new ProgressBar();
    private final Div comparison = new Div();
    private final Div result = new Div();
    private volatile @Nullable Run running;

    WholeCheck(AuditTrail trail, Messages messages) {
        this.trail = trail;
        this.messages = messages;
        kept.setLabel(getTranslation("audit.check.kept"));
        kept.setHelperText(getTranslation("audit.check.kept-help"));
        kept.setWidthFull();
        kept.setMaxRows(8);
        kept.setValueChangeMode(ValueChangeMode.LAZY);
        kept.addValueChangeListener(change -> compare());
        start.setText(getTranslation("audit.check.start"));
        start.setIcon(Symbol.SHIELD.create());
        start.addThemeNames("primary");
        start.addClickListener(click -> start());
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", getTranslation("audit.check.running"));
        comparison.getElement().setAttribute("role", "status");
        result.getElement().setAttribute("role", "status");
        result.addClassName("rs-check");
        getContent()
                .add(new Card(
                        getTranslation("audit.check"),
                        new Paragraph(getTranslation("audit.check.text")),
                        kept,
                        comparison,
                        start,
                        progress,
                        result));
    }

    private void compare() {
        comparison.removeAll();
        kept.setInvalid(false);
        if (kept.getValue().isBlank()) {
            return;
        }
        try {
            var verdict = trail.compare(kept.getValue());
            comparison.add(new StatusBadge(
                    verdict == HeadComparison.SAME ? Tone.SUCCESS : Tone.DANGER,
                    getTranslation("audit.comparison." + verdict)));
        } catch (IllegalArgumentException e) {
            refuseKept();
        }
    }

    private void refuseKept() {
        kept.setErrorMessage(getTranslation("audit.check.no-head"));
        kept.setInvalid(true);
    }

    private void start() {
        LogCheck check;
        try {
            check = trail.check(kept.getValue().isBlank() ? null : kept.getValue());
        } catch (IllegalArgumentException e) {
            refuseKept();
            return;
        }
        var run = new Run(getUI().orElseThrow(), check);
        running = run;
        result.removeAll();
        progress.setValue(0);
        progress.setVisible(true);
        start.setEnabled(false);
        Thread.ofVirtual().name("audit-check").start(run);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        running = null;
    }

    private void done() {
        running = null;
        progress.setVisible(false);
        start.setEnabled(true);
    }

    private void show(LogReport report) {
        done();
        result.removeAll();
        var numbers = NumberFormat.getIntegerInstance(getLocale());
        result.add(
                report.isWhole()
                        ? new StatusBadge(Tone.SUCCESS, getTranslation("audit.report.whole"))
                        : new StatusBadge(
                                Tone.DANGER, getTranslation("audit.check.wrong", numbers.format(report.wrong()))),
                new Paragraph(getTranslation(
                        "audit.report.checked", numbers.format(report.entries()), numbers.format(report.heads()))));
        if (report.waiting() > 0) {
            result.add(new Paragraph(getTranslation("audit.report.waiting", numbers.format(report.waiting()))));
        }
        var late = report.firstLate();
        if (late != null) {
            var moments = Moments.of(this);
            result.add(new Paragraph(getTranslation(
                    "audit.report.late",
                    numbers.format(report.late()),
                    Long.toString(late.entry()),
                    moments.brief(late.at()),
                    moments.brief(late.after()))));
        }
        if (!report.isWhole()) {
            result.add(findings(report));
        }
    }

    private Component findings(LogReport report) {
        var list = new OrderedList();
        list.addClassName("rs-problems");
        report.findings().stream()
                .limit(SHOWN)
                .forEach(it -> list.add(new ListItem(FindingText.of(it, messages, getLocale()))));
        return list;
    }

    /** One check on a thread of its own. It ends early when nobody is there any more to read its result. */
    private final class Run implements Runnable {

        private final UI ui;
        private final LogCheck check;
        private long shown;

        Run(UI ui, LogCheck check) {
            this.ui = ui;
            this.check = check;
        }

        @Override
        public void run() {
            try {
                var report = check.run(this::checked);
                ui.access(() -> show(report));
            } catch (CancellationException | UIDetachedException gone) {
                return; // nobody is there any more
            } catch (RuntimeException e) {
                ui.access(() -> {
                    done();
                    throw e; // the frame says what happened
                });
            }
        }

        private void checked(long entries, long of) {
            if (running != this) {
                throw new CancellationException();
            }
            var percent = of == 0 ? 100 : entries * 100 / of;
            if (percent > shown) {
                shown = percent;
                ui.access(() -> progress.setValue(percent / 100.0));
            }
        }
    }
}
