package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperSigning;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperWriting;
import de.ratssaal.paper.Signature;
import java.util.Optional;

/** Where a draft of an office, a group or a member is signed, handed in and given back. */
@SpringComponent
class SignaturesPart implements PaperPart {

    private final PaperSigning signing;
    private final PaperWriting writing;
    private final Councils councils;

    SignaturesPart(PaperSigning signing, PaperWriting writing, Councils councils) {
        this.signing = signing;
        this.writing = writing;
        this.councils = councils;
    }

    @Override
    public int order() {
        return -20;
    }

    @Override
    public Optional<? extends Component> of(PaperPage page, Runnable changed) {
        var awaitsRelease =
                page.paper().state() == PaperState.DRAFT || page.paper().revised();
        return page.mayEdit() && awaitsRelease && !page.author().isSecretariat()
                ? Optional.of(new Signatures(page, changed))
                : Optional.empty();
    }

    private final class Signatures extends Card {

        private final PaperId paper;
        private final Runnable changed;

        Signatures(PaperPage page, Runnable changed) {
            super("");
            this.paper = page.paper().id();
            this.changed = changed;
            getElement().getChild(0).getChild(0).setText(getTranslation("paper.sign.card"));
            add(new Paragraph(getTranslation(where(page))));
            var signatures = signing.signatures(paper);
            if (!signatures.isEmpty()) {
                var list = new UnorderedList();
                list.addClassName("rs-signatures");
                var zone = councils.body(page.paper().body()).zone();
                signatures.forEach(it -> list.add(line(it, it.signedAt().atZone(zone))));
                add(list);
            }
            missing();
            add(actions(page));
        }

        private String where(PaperPage page) {
            if (page.paper().version() > 0) {
                return "paper.sign.is-revised";
            }
            return page.isHandedIn() ? "paper.sign.is-handed-in" : "paper.sign.among-us";
        }

        private ListItem line(Signature signature, java.time.ZonedDateTime at) {
            var isVoid = signature.voidedAt() != null;
            var line = new ListItem(
                    (isVoid ? Symbol.STOP : Symbol.SUCCESS).create(),
                    new Span(getTranslation(text(signature), signature.name(), at)));
            line.setClassName("rs-signature-void", isVoid);
            return line;
        }

        private static String text(Signature signature) {
            if (signature.isOfReleased()) {
                return "paper.sign.line-released";
            }
            return signature.holds() ? "paper.sign.line" : "paper.sign.line-void";
        }

        private void missing() {
            var missing = signing.missing(paper);
            if (!missing.isEmpty()) {
                var list = new UnorderedList();
                list.addClassName("rs-problems");
                missing.forEach(it -> list.add(new ListItem(
                        Symbol.ALERT.create(),
                        new Span(getTranslation(it.key(), it.arguments().toArray())))));
                add(list);
            }
        }

        private Div actions(PaperPage page) {
            var actions = new Div();
            actions.addClassName("rs-actions");
            if (signing.maySign(paper)) {
                var revision = signing.revision(paper);
                var sign = new Button(
                        getTranslation("paper.sign"),
                        Symbol.EDIT.create(),
                        click -> ConfirmAction.ask(
                                getTranslation("paper.sign.question"),
                                getTranslation("paper.sign.text"),
                                getTranslation("paper.sign"),
                                () -> {
                                    signing.sign(paper, revision);
                                    changed.run();
                                }));
                sign.addThemeNames("primary");
                actions.add(sign);
            }
            if (!page.isHandedIn()) {
                var handIn = new Button(
                        getTranslation("paper.hand-in"),
                        Symbol.SEND.create(),
                        click -> ConfirmAction.ask(
                                getTranslation("paper.hand-in.question"),
                                getTranslation("paper.hand-in.text"),
                                getTranslation("paper.hand-in"),
                                () -> {
                                    writing.handIn(paper);
                                    changed.run();
                                }));
                actions.add(handIn);
            } else if (writing.mayHandBack(paper)) {
                actions.add(new Button(
                        getTranslation("paper.hand-back"),
                        Symbol.UNDO.create(),
                        click -> ConfirmAction.ask(
                                getTranslation("paper.hand-back.question"),
                                getTranslation("paper.hand-back.text"),
                                getTranslation("paper.hand-back"),
                                () -> {
                                    writing.handBack(paper);
                                    changed.run();
                                })));
            }
            return actions;
        }
    }
}
