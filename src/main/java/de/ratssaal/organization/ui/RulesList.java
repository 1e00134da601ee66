package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.rules.Backing;
import de.ratssaal.rules.DelegationRule;
import de.ratssaal.rules.Demand;
import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.SpeakingRule;
import de.ratssaal.rules.StreamRule;
import de.ratssaal.rules.SupportNeeded;
import de.ratssaal.rules.SupportRule;
import de.ratssaal.rules.WeightRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of procedure in sentences, each with its paragraph. */
class RulesList extends Composite<Div> {

    /** Shares that have a word of their own. */
    private static final Set<String> WORDS = Set.of("0/1", "1/2", "1/3", "1/4", "1/5", "1/10", "2/3", "3/4", "1/1");

    private final DefinitionList list = new DefinitionList();

    /** @param members legal strength of the organization, for figures */
    RulesList(RulesOfProcedure rules, int members) {
        getContent().add(list);
        var invitation = rules.invitation();
        add("invitation", invitation.source(), text("invitation.text", invitation.days(), invitation.urgentDays()));
        var announcement = rules.announcement();
        if (rules.publicity().meetingsArePublic()) {
            add(
                    "announcement",
                    announcement.source(),
                    text("announcement.text", announcement.days(), announcement.urgentDays()));
        }
        add(
                "urgent-item",
                rules.urgentItem().source(),
                text("urgent-item.text", text("majority." + rules.urgentItem().urgency())));
        quorum(rules, members);
        add(
                "recusal",
                rules.recusal().source(),
                text(rules.recusal().mayStayInAudience() ? "recusal.text" : "recusal.text-leaves"),
                text(rules.recusal().appliesToElections() ? "recusal.elections" : "recusal.no-elections"));
        add(
                "majority",
                rules.majority().source(),
                text("majority.text", text("majority." + rules.majority().usual())),
                text(rules.majority().castingVote() ? "majority.casting-vote" : "majority.tie"));
        add(
                "ballot-mode",
                rules.ballotMode().source(),
                text("ballot-mode.roll-call", text(rules.ballotMode().rollCall())),
                text("ballot-mode.secret", text(rules.ballotMode().secret())));
        var openVote = rules.openVote();
        add(
                "open-vote",
                openVote.source(),
                text(openVote.correctable() ? "open-vote.correctable" : "open-vote.final"),
                text(openVote.closesByItself() ? "open-vote.ends" : "open-vote.closed"));
        var secretVote = rules.secretVote();
        var confirmations = secretVote.confirmations();
        add(
                "secret-vote",
                secretVote.source(),
                text("secret-vote.least", secretVote.leastVoters()),
                confirmations == null
                        ? text("secret-vote.as-many-as-decrypt")
                        : text("secret-vote.confirmations", confirmations));
        election(rules);
        publicity(rules);
        var remote = rules.remote();
        add(
                "remote",
                remote.source(),
                text(remote.hybrid() ? "remote.hybrid" : "remote.no-hybrid"),
                text(remote.digital() ? "remote.digital" : "remote.no-digital"),
                text(remote.onlySpeakerHeard() ? "remote.only-speaker" : "remote.everybody"),
                text("remote.grace", remote.graceSeconds()));
        stream(rules.stream());
        circular(rules);
        add(
                "minutes",
                rules.minutes().source(),
                text(rules.minutes().namesOfAbsent() ? "minutes.absent" : "minutes.present"),
                text(rules.minutes().approvedAtNextMeeting() ? "minutes.approved" : "minutes.not-approved"),
                text(
                        "speakers-named.text",
                        text("speakers-named." + rules.minutes().speakers())));
        speaking(rules.speaking());
        var within = rules.disturbance().reportWithinMinutes();
        add(
                "disturbance",
                rules.disturbance().source(),
                text("disturbance.interrupts"),
                within == null ? text("disturbance.judged") : text("disturbance.within", within));
        add("arrival", rules.arrival().source(), text(rules.arrival().roomCode() ? "arrival.code" : "arrival.no-code"));
        add(
                "message",
                rules.message().source(),
                text("message.text", text("messages-among." + rules.message().amongMembers())),
                text("message.kept", rules.message().keptDays()));
        support(rules.support(), members);
        several(rules.delegation(), rules.weight());
    }

    private void stream(StreamRule stream) {
        if (stream.streamed()) {
            add(
                    "stream",
                    stream.source(),
                    text("stream.streamed"),
                    text(stream.consent() ? "stream.consent" : "stream.everybody"),
                    stream.recorded() ? text("stream.recorded", stream.keptDays()) : text("stream.not-recorded"));
        } else {
            add("stream", stream.source(), text("stream.not"));
        }
    }

    /** In a council each member has one vote and casts it themself; there is nothing to say of it. */
    private void several(DelegationRule delegation, WeightRule weight) {
        if (delegation.permits()) {
            add(
                    "delegation",
                    delegation.source(),
                    text("delegation.text", delegation.most()),
                    text(delegation.countsAsPresent() ? "delegation.present" : "delegation.absent"));
        }
        if (weight.weighted()) {
            add(
                    "weight",
                    weight.source(),
                    text("weight.text"),
                    text(weight.quorumOfVotes() ? "weight.quorum-votes" : "weight.quorum-members"));
        }
    }

    private void support(SupportRule rule, int members) {
        var kinds = Map.of(
                "procedure", rule.procedure(),
                "amendment", rule.amendment(),
                "urgency", rule.urgency(),
                "paper", rule.paper());
        if (kinds.values().stream().noneMatch(SupportNeeded::needsSome)) {
            add("support", rule.procedure().source(), text("support.none"));
        }
        for (var kind : List.of("procedure", "amendment", "urgency", "paper")) {
            var needed = kinds.get(kind);
            if (needed != null && needed.needsSome()) {
                add(
                        "support-" + kind,
                        needed.source(),
                        text("support." + kind, text(needed, members)),
                        needed.groupSuffices() ? text("support.group") : "");
            }
        }
    }

    private String text(SupportNeeded needed, int members) {
        var share = needed.backing().share();
        if (share == null) {
            return text("support.persons", needed.of(0, members));
        }
        return needed.ofAllMembers()
                ? text("support.of-members", text(share), share.leastReaching(members))
                : text("support.of-present", text(share));
    }

    private void speaking(SpeakingRule rule) {
        var sentences = new ArrayList<String>();
        sentences.add(text("speaking.order", text("speaking-order." + rule.order())));
        var speech = rule.speechMinutes();
        sentences.add(speech == null ? text("speaking.no-limit") : text("speaking.speech", speech));
        var person = rule.personMinutes();
        if (person != null) {
            sentences.add(text("speaking.person", person));
        }
        var group = rule.groupMinutes();
        if (group != null) {
            sentences.add(text("speaking.group", text("group-time." + rule.groupTime()), group));
        }
        sentences.add(text(rule.replies() ? "speaking.replies" : "speaking.no-replies"));
        var brief = rule.shortMinutes();
        if (brief != null) {
            sentences.add(text("speaking.short", brief));
        }
        sentences.add(text("speaking.guest-names", rule.guestNamesDays()));
        add("speaking", rule.source(), sentences);
    }

    private void quorum(RulesOfProcedure rules, int members) {
        var quorum = rules.quorum();
        var sentences = new ArrayList<String>();
        sentences.add(
                quorum.present().numerator() == 0
                        ? text("quorum.any")
                        : text(
                                "quorum.text",
                                text(quorum.present()),
                                quorum.present().leastExceeding(members),
                                members));
        var ifMostAreRecused = quorum.presentIfMostAreRecused();
        if (ifMostAreRecused != null) {
            sentences.add(text("quorum.recused", text(ifMostAreRecused)));
        }
        if (quorum.secondInvitationSuffices()) {
            sentences.add(text("quorum.second-invitation"));
        }
        add("quorum", quorum.source(), sentences);
    }

    private void election(RulesOfProcedure rules) {
        var election = rules.election();
        var secretLists = election.secretLists();
        add(
                "election",
                election.source(),
                election.openIfNobodyObjects()
                        ? text("election.open", text(election.objection()))
                        : text("election.secret"),
                election.openIfNobodyObjects() && secretLists != null
                        ? text("election.secret-lists", secretLists.toString())
                        : "",
                text(election.ofValidVotes() ? "election.valid-votes" : "election.present", text(election.needed())),
                text(
                        election.equalsTakePart() ? "election.run-off-equals" : "election.run-off",
                        election.runOffCandidates()),
                text(election.lotOnTie() ? "election.lot" : "election.no-lot"),
                text("election.seats", text("seat-method." + election.seatMethod())));
    }

    private void publicity(RulesOfProcedure rules) {
        var publicity = rules.publicity();
        var sentences = new ArrayList<String>();
        sentences.add(text(publicity.meetingsArePublic() ? "publicity.public" : "publicity.not-public"));
        if (publicity.remoteMembersConfirmAlone()) {
            sentences.add(text("publicity.alone"));
        }
        add("publicity", publicity.source(), sentences);
    }

    private void circular(RulesOfProcedure rules) {
        var circular = rules.circular();
        if (!circular.allowed()) {
            add("circular", circular.source(), text("circular.none"));
            return;
        }
        var sentences = new ArrayList<String>();
        sentences.add(
                circular.agreement().equals(Fraction.WHOLE)
                        ? text("circular.all")
                        : text("circular.text", text(circular.agreement())));
        if (circular.minimumDays() > 0) {
            sentences.add(text("circular.days", circular.minimumDays()));
        }
        add("circular", circular.source(), sentences);
    }

    private void add(String rule, LegalSource source, String... sentences) {
        add(rule, source, List.of(sentences));
    }

    private void add(String rule, LegalSource source, List<String> sentences) {
        var paragraph = new Span(source.toString());
        paragraph.addClassName("rs-person-group");
        var said = sentences.stream().filter(it -> !it.isEmpty()).toList();
        list.add(text(rule), new Span(String.join(" ", said) + " "), paragraph);
    }

    private String text(Backing backing) {
        var share = backing.share();
        return share == null ? text("support.persons", backing.needed(0)) : text("support.of-present", text(share));
    }

    private String text(Demand demand) {
        return text(this, demand, text(demand.share()));
    }

    private String text(Fraction share) {
        return text(this, share);
    }

    private String text(String key, Object... arguments) {
        return getTranslation("organization.rules." + key, arguments);
    }

    /** How many have to ask, in words. */
    static String text(Component view, Demand demand, String share) {
        return view.getTranslation(
                "organization.rules."
                        + (demand.exceeded() ? "demand.more-than" : "demand.at-least")
                        + (demand.ofAllMembers() ? ".members" : ".present"),
                share);
    }

    /** A share in words where it has any, otherwise in figures. */
    static String text(Component view, Fraction share) {
        var figure = share.toString();
        return WORDS.contains(figure)
                ? view.getTranslation("organization.rules.share." + figure.replace('/', '-'))
                : figure;
    }
}
