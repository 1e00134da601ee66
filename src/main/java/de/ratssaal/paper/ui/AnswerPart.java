package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.spring.annotation.SpringComponent;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.document.Files;
import de.ratssaal.document.ui.FileLink;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.AnswerDraft;
import de.ratssaal.paper.AnswerFiles;
import de.ratssaal.paper.InquiryAnswering;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.PublishedAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer below an inquiry: read by everybody who reads that, written by the office that was asked. */
@SpringComponent
class AnswerPart implements PaperPart {

    private final InquiryAnswering answering;
    private final Councils councils;
    private final Files files;

    AnswerPart(InquiryAnswering answering, Councils councils, Files files) {
        this.answering = answering;
        this.councils = councils;
        this.files = files;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<? extends Component> of(PaperPage page, Runnable changed) {
        if (page.paper().type() != PaperType.INQUIRY) {
            return Optional.empty();
        }
        var draft = answering.draft(page.paper().id());
        var answer = answering.answer(page.paper().id());
        return draft.isEmpty() && answer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer(page, draft.orElse(null), answer.orElse(null), changed));
    }

    private final class Answer extends Card {

        private final PaperId paper;
        private final Runnable changed;

        Answer(PaperPage page, @Nullable AnswerDraft draft, @Nullable PublishedAnswer answer, Runnable changed) {
            super("");
            this.paper = page.paper().id();
            this.changed = changed;
            getElement().getChild(0).getChild(0).setText(getTranslation("paper.answer"));
            if (answer != null) {
                read(page, answer);
            }
            if (answering.mayAsk(paper)) {
                add(asking(page, draft));
            }
            if (draft != null) {
                add(writing(draft));
            }
        }

        private void read(PaperPage page, PublishedAnswer answer) {
            var office = answer.office();
            var at = answer.releasedAt()
                    .atZone(councils.body(page.paper().body()).zone());
            var by = new Paragraph(
                    office == null
                            ? getTranslation("paper.answer.on", at)
                            : getTranslation(
                                    "paper.answer.by",
                                    councils.organization(office).name(),
                                    at));
            by.addClassName("rs-note");
            var prose = new Div();
            prose.addClassName("rs-prose");
            answer.text().lines().map(Paragraph::new).forEach(prose::add);
            add(by, prose);
            var attached = files.list(AnswerFiles.owner(paper));
            if (!attached.isEmpty()) {
                var list = new Div();
                list.addClassName("rs-documents");
                attached.forEach(it -> {
                    var line = new Div(new FileLink(it));
                    line.addClassName("rs-document");
                    list.add(line);
                });
                add(list);
            }
        }

        private Component asking(PaperPage page, @Nullable AnswerDraft draft) {
            var office = new Select<OrganizationSummary>();
            office.setLabel(getTranslation("paper.answer.office"));
            office.setItemLabelGenerator(OrganizationSummary::name);
            office.setItems(councils.organizations(page.paper().body()).stream()
                    .filter(it -> it.classification() == Classification.OFFICE)
                    .toList());
            var due = new DatePicker(getTranslation("paper.answer.due"));
            due.addAttachListener(attached -> due.setI18n(DateTexts.of(due)));
            if (draft != null) {
                var asked = draft.office();
                if (asked != null) {
                    office.setValue(councils.organization(asked));
                }
                due.setValue(draft.due());
            }
            office.addClassName("rs-grow");
            var ask = new Button(getTranslation("paper.answer.ask"), Symbol.SEND.create(), click -> {
                if (office.getValue() != null) {
                    answering.ask(paper, office.getValue().id(), due.getValue());
                    Notice.success(getTranslation(
                            "paper.answer.asked", office.getValue().name()));
                    changed.run();
                }
            });
            var row = new Div(office, due, ask);
            row.addClassName("rs-fields-row");
            return row;
        }

        /** What is written is not for everybody who reads the page; it is shown where it is written. */
        private Component writing(AnswerDraft draft) {
            var actions = new Div(ButtonLink.secondary(
                    PaperLinks.answer(paper),
                    Symbol.EDIT,
                    getTranslation(draft.text().isBlank() ? "paper.answer.write" : "paper.answer.write-on")));
            actions.addClassName("rs-actions");
            return actions;
        }
    }
}
