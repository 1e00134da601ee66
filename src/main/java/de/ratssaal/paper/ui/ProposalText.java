package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;

/** A proposal as it is read: its points with their parts, and with each who has to do it and until when. */
public class ProposalText extends Composite<Div> {

    public ProposalText(ResolutionProposal proposal) {
        getContent().addClassName("rs-proposal");
        proposal.intro().lines().map(Paragraph::new).forEach(it -> {
            it.addClassName("rs-proposal-intro");
            getContent().add(it);
        });
        if (!proposal.points().isEmpty()) {
            var points = new OrderedList();
            points.addClassName("rs-points");
            proposal.points().forEach(it -> points.add(point(it)));
            getContent().add(points);
        }
    }

    private ListItem point(ResolutionPoint point) {
        var body = new Div();
        body.addClassName("rs-point-body");
        point.text().lines().map(Paragraph::new).forEach(body::add);
        if (!point.subPoints().isEmpty()) {
            var parts = new OrderedList();
            parts.addClassName("rs-parts");
            point.subPoints().forEach(it -> {
                var label = new Span(it.label());
                label.addClassName("rs-part-label");
                parts.add(new ListItem(label, new Span(it.text())));
            });
            body.add(parts);
        }
        var duties = duties(point);
        if (duties.getChildren().findAny().isPresent()) {
            body.add(duties);
        }
        var item = new ListItem();
        item.addClassName("rs-point");
        if (!point.label().isEmpty()) {
            var number = new Span(point.label());
            number.addClassName("rs-point-number");
            item.add(number);
        }
        item.add(body);
        return item;
    }

    private Component duties(ResolutionPoint point) {
        var duties = new UnorderedList();
        duties.addClassName("rs-duties");
        var responsible = point.responsible();
        if (responsible != null) {
            duties.add(duty(Symbol.PERSON, DutyTexts.responsible(this, responsible)));
        }
        var due = point.due();
        if (due != null) {
            duties.add(duty(Symbol.CALENDAR, DutyTexts.due(this, due)));
        }
        var report = point.report();
        if (report != null) {
            duties.add(duty(Symbol.MINUTES, DutyTexts.report(this, report)));
        }
        return duties;
    }

    private static ListItem duty(Symbol symbol, String text) {
        return new ListItem(symbol.create(), new Span(text));
    }
}
