package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.base.ui.FileDrop;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.ReadingRemark;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.ResolutionText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.util.unit.DataSize;

/** Reads a text that was pasted or uploaded, and shows what was understood of it before it is gone on with. */
class TextReader extends Composite<Details> {

    private static final DataSize LARGEST = DataSize.ofMegabytes(2);
    /** In which older office programs write. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Consumer<ResolutionText> taker;
    private final Supplier<ResolutionProposal> present;
    private final TextArea text = new TextArea();
    private final Div result = new Div();

    /**
     * @param taker what to do with a text that was read
     * @param present the proposal that it would replace
     */
    TextReader(Consumer<ResolutionText> taker, Supplier<ResolutionProposal> present) {
        this.taker = taker;
        this.present = present;
        text.setLabel(getTranslation("paper.read.text"));
        text.setHelperText(getTranslation("paper.read.text-help"));
        text.setWidthFull();
        text.setMinRows(4);
        text.setMaxRows(16);
        var read = new Button(getTranslation("paper.read"), Symbol.PAPER.create(), click -> read(text.getValue()));
        var drop = new FileDrop(getTranslation("paper.read.file"), List.of(".txt", ".md"), LARGEST, this::read);
        result.getElement().setAttribute("role", "status");
        var form = new Div(text, read, drop, result);
        form.addClassName("rs-form");
        getContent().setSummaryText(getTranslation("paper.read.summary"));
        getContent().add(form);
        getContent().setOpened(present.get().isEmpty());
    }

    private void read(String name, Path content) throws IOException {
        var words = decoded(Files.readAllBytes(content));
        text.setValue(words);
        read(words);
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    private void read(String words) {
        if (words.length() > PaperContent.LONGEST_TEXT) {
            throw new Refusal("paper.edit.text-too-long", PaperContent.LONGEST_TEXT);
        }
        if (words.isBlank()) {
            throw new Refusal("paper.read.nothing");
        }
        var read = ResolutionText.read(words);
        if (present.get().isEmpty()) {
            take(read);
        } else {
            ConfirmAction.ask(
                    getTranslation("paper.read.replace"),
                    getTranslation(
                            "paper.read.replace-text", present.get().points().size()),
                    getTranslation("paper.read.replace-verb"),
                    () -> take(read));
        }
    }

    private void take(ResolutionText read) {
        taker.accept(read);
        show(read);
    }

    private void show(ResolutionText read) {
        result.removeAll();
        var facts = new DefinitionList();
        var outcome = read.outcome();
        if (outcome != null) {
            facts.add(getTranslation("paper.read.outcome"), getTranslation("paper.outcome." + outcome));
        }
        var vote = read.vote();
        if (vote != null) {
            facts.add(
                    getTranslation("paper.read.vote"),
                    getTranslation("paper.vote", vote.yes(), vote.no(), vote.abstentions(), vote.recused()));
        }
        var points = read.proposal().points();
        facts.add(
                getTranslation("paper.read.points"),
                getTranslation(
                        "paper.read.points-count",
                        points.size(),
                        points.stream().mapToInt(it -> it.subPoints().size()).sum()));
        facts.add(
                getTranslation("paper.read.duties"),
                getTranslation(
                        "paper.read.duties-count",
                        points.stream().filter(it -> it.responsible() != null).count(),
                        points.stream().filter(it -> it.due() != null).count(),
                        points.stream().filter(it -> it.report() != null).count()));
        result.add(facts, remarks(read.remarks()));
    }

    private Component remarks(List<ReadingRemark> remarks) {
        if (remarks.isEmpty()) {
            var fine = new Paragraph(Symbol.SUCCESS.create(), new Span(getTranslation("paper.read.fine")));
            fine.addClassName("rs-fine");
            return fine;
        }
        var list = new UnorderedList();
        list.addClassName("rs-problems");
        for (var remark : remarks) {
            var sentence = getTranslation("paper.remark." + remark.kind());
            list.add(new ListItem(
                    Symbol.ALERT.create(),
                    new Span(
                            remark.quote().isBlank()
                                    ? sentence
                                    : getTranslation("paper.remark.quoting", sentence, shortened(remark.quote())))));
        }
        return list;
    }

    private static String shortened(String quote) {
        var line = quote.replace('\n', ' ');
        return line.length() <= 160 ? line : line.substring(0, 160) + " …";
    }
}
