package de.ratssaal.voteorder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import de.ratssaal.base.ui.SameForAll;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.voteorder.PollSheets;
import de.ratssaal.voteorder.TakenVote;
import de.ratssaal.voteorder.VoteOrder;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.GroupResult;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Vote;
import de.ratssaal.voting.VoteMarks;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Votes that were counted: the result, how each group and each member voted (R15), and the sheet to print. */
final class TakenVotes {

    private TakenVotes() {}

    /** @param tools what may be done with one of them */
    static Component of(Board board, VoteOrder order, PollSheets sheets, Function<TakenVote, Component> tools) {
        var list = new Div();
        list.addClassName("rs-taken-votes");
        for (var vote : order.votes()) {
            list.add(entry(
                    list, board, vote, sheets, tools, vote.equals(order.votes().getLast())));
        }
        list.setVisible(!order.votes().isEmpty());
        return list;
    }

    /** What a vote was like is drawn when somebody looks: that is the last one, unless they open another. */
    private static Details entry(
            Component on,
            Board board,
            TakenVote vote,
            PollSheets sheets,
            Function<TakenVote, Component> tools,
            boolean isOpen) {
        var poll = vote.poll();
        var entry = new Details(on.getTranslation(
                poll.annulledFor() == null ? "voteorder.vote" : "voteorder.vote-annulled",
                poll.question().question()));
        entry.addOpenedChangeListener(change -> {
            if (change.isOpened() && entry.getContent().findAny().isEmpty()) {
                var actions = new Div(sheet(on, poll, sheets), tools.apply(vote));
                actions.addClassName("rs-actions");
                entry.add(
                        new SameForAll("taken-vote", List.of(vote, board.seats()), () -> told(on, board, vote)),
                        actions);
            }
        });
        entry.setOpened(isOpen);
        return entry;
    }

    private static Component told(Component on, Board board, TakenVote vote) {
        var poll = vote.poll();
        var tally = poll.tally();
        var adopted = poll.outcome() != null && poll.outcome().isAdopted();
        var details = new Div();
        details.addClassName("rs-taken-vote");
        var annulled = poll.annulledFor();
        if (annulled != null) {
            details.add(new Paragraph(on.getTranslation("voteorder.annulled", annulled)));
        }
        details.add(new Paragraph(on.getTranslation(
                "voteorder.counted",
                on.getTranslation("voteorder.outcome." + adopted),
                tally.yes(),
                tally.no(),
                tally.abstentions(),
                poll.entitled() - tally.total() - poll.invalid())));
        if (vote.isByGroup()) {
            details.add(groups(on, vote.groups()));
        }
        var seats = board.seats().stream()
                .collect(Collectors.toMap(it -> it.member().person(), Seat::member, (first, second) -> first));
        for (var choice : Choice.values()) {
            var names = names(on, seats, vote.votes(), choice);
            if (!names.isEmpty()) {
                var line =
                        new Paragraph(new Span(on.getTranslation("voting.choice." + choice) + ": "), new Span(names));
                line.addClassName("rs-taken-names");
                details.add(line);
            }
        }
        return details;
    }

    private static String names(Component on, Map<PersonId, MemberSummary> members, List<Vote> votes, Choice choice) {
        return votes.stream()
                .filter(it -> it.choice() == choice)
                .flatMap(it -> Optional.ofNullable(members.get(it.person())).stream()
                        .map(member -> {
                            var group = member.groupShortName();
                            var name = VoteMarks.of(
                                    group == null ? member.name() : member.name() + " (" + group + ")",
                                    it,
                                    caster -> Optional.ofNullable(members.get(caster))
                                            .map(MemberSummary::name)
                                            .orElse("–"),
                                    on::getTranslation);
                            return it.enteredFor() ? on.getTranslation(entered(it), name) : name;
                        }))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String entered(Vote vote) {
        return vote.corrected() ? "voteorder.names.entered-corrected" : "voteorder.names.entered";
    }

    private static Component groups(Component on, List<GroupResult> groups) {
        var head = new NativeTableRow();
        for (var key : List.of(
                "voteorder.groups.group",
                "voting.choice.YES",
                "voting.choice.NO",
                "voteorder.groups.abstentions",
                "voteorder.groups.not-voted")) {
            head.add(new NativeTableHeaderCell(on.getTranslation(key)));
        }
        var body = new NativeTableBody();
        for (var group : groups) {
            var name = new NativeTableHeaderCell(
                    group.name().isEmpty() ? on.getTranslation("voteorder.groups.none") : group.name());
            name.getElement().setAttribute("scope", "row");
            body.add(new NativeTableRow(
                    name,
                    cell(group.tally().yes()),
                    cell(group.tally().no()),
                    cell(group.tally().abstentions()),
                    cell(group.notVoted())));
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("rs-groups");
        table.getElement().setAttribute("aria-label", on.getTranslation("voteorder.groups"));
        return table;
    }

    private static NativeTableCell cell(int votes) {
        return new NativeTableCell(String.valueOf(votes));
    }

    /** The result sheet as a file. */
    private static Component sheet(Component on, PollSummary poll, PollSheets sheets) {
        var link = new Anchor();
        var language = UI.getCurrent().getLocale();
        link.setHref(
                DownloadHandler.fromInputStream(request -> {
                    var bytes = sheets.of(poll.id(), language);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            PollSheets.fileName(poll),
                            "application/pdf",
                            bytes.length);
                }),
                AttachmentType.DOWNLOAD);
        link.addClassName("rs-button");
        link.add(Symbol.DOWNLOAD.create(), new Span(on.getTranslation("voteorder.sheet.download")));
        return link;
    }
}
