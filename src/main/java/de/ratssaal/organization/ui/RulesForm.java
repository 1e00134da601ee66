package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.LegalSource;
import de.ratssaal.rules.AnnouncementRule;
import de.ratssaal.rules.ArrivalRule;
import de.ratssaal.rules.Backing;
import de.ratssaal.rules.BallotModeRule;
import de.ratssaal.rules.CircularRule;
import de.ratssaal.rules.DelegationRule;
import de.ratssaal.rules.Demand;
import de.ratssaal.rules.DisturbanceRule;
import de.ratssaal.rules.ElectionRule;
import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.GroupTime;
import de.ratssaal.rules.InvitationRule;
import de.ratssaal.rules.Majority;
import de.ratssaal.rules.MajorityRule;
import de.ratssaal.rules.MessageRule;
import de.ratssaal.rules.MessagesAmong;
import de.ratssaal.rules.MinutesRule;
import de.ratssaal.rules.OpenVoteRule;
import de.ratssaal.rules.Preset;
import de.ratssaal.rules.PublicityRule;
import de.ratssaal.rules.QuorumRule;
import de.ratssaal.rules.RecusalRule;
import de.ratssaal.rules.RemoteRule;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.SeatMethod;
import de.ratssaal.rules.SecretVoteRule;
import de.ratssaal.rules.SpeakersNamed;
import de.ratssaal.rules.SpeakingOrder;
import de.ratssaal.rules.SpeakingRule;
import de.ratssaal.rules.StreamRule;
import de.ratssaal.rules.SupportNeeded;
import de.ratssaal.rules.SupportRule;
import de.ratssaal.rules.UrgentItemRule;
import de.ratssaal.rules.WeightRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every value of the rules of procedure, rule by rule, each with its paragraph. */
class RulesForm extends Composite<Div> {

    private static final int MOST_DAYS = 365;
    private static final int MOST_CANDIDATES = 99;
    private static final int MOST_MINUTES = 600;
    private static final int LONGEST_WARNING_SECONDS = 600;
    private static final int MOST_VOTES_OF_OTHERS = 99;
    private static final int MOST_VOTERS = 99;
    private static final int MOST_TELLERS = 5;

    private static final int LONGEST_SOURCE = 100;

    private Preset preset = Preset.THUERINGEN;
    private @Nullable LegalSource knownSecretLists;

    private final IntegerField invitationDays = number("invitation-days", 0, MOST_DAYS);
    private final IntegerField invitationUrgent = number("invitation-urgent", 0, MOST_DAYS);
    private final IntegerField announcementDays = number("announcement-days", 0, MOST_DAYS);
    private final IntegerField announcementUrgent = number("announcement-urgent", 0, MOST_DAYS);
    private final Select<Majority> urgency = majority("urgency");
    private final Select<Fraction> quorumPresent = share("quorum-present", Fraction.NONE);
    private final Select<Fraction> quorumRecused = share("quorum-recused");
    private final Checkbox secondInvitation = check("second-invitation");
    private final Checkbox mayStay = check("may-stay");
    private final Checkbox recusalInElections = check("recusal-elections");
    private final Select<Majority> usualMajority = majority("usual-majority");
    private final Checkbox castingVote = check("casting-vote");
    private final Select<Fraction> rollCallShare = share("roll-call-share");
    private final Select<Demand> rollCallOf = demand("roll-call-of");
    private final Select<Fraction> secretShare = share("secret-share");
    private final Select<Demand> secretOf = demand("secret-of");
    private final Select<Fraction> electionNeeded = share("election-needed");
    private final Checkbox ofValidVotes = check("of-valid-votes");
    private final Checkbox openElection = check("open-election");
    private final BackingFields objection = new BackingFields("objection");
    private final TextField secretLists = new TextField();
    private final IntegerField runOff = number("run-off", 2, MOST_CANDIDATES);
    private final Checkbox equalsTakePart = check("equals-take-part");
    private final Checkbox lot = check("lot");
    private final Select<SeatMethod> seatMethod = new Select<>();
    private final Checkbox isPublic = check("public");
    private final Checkbox confirmAlone = check("alone");
    private final Checkbox hybrid = check("hybrid");
    private final Checkbox digital = check("digital");
    private final Checkbox onlySpeakerHeard = check("only-speaker-heard");
    private final IntegerField graceSeconds =
            number("grace-seconds", RemoteRule.SHORTEST_GRACE_SECONDS, RemoteRule.LONGEST_GRACE_SECONDS);
    private final Checkbox circularAllowed = check("circular");
    private final Select<Fraction> circularAgreement = share("circular-agreement", Fraction.WHOLE);
    private final IntegerField circularDays = number("circular-days", 0, MOST_DAYS);
    private final Checkbox namesOfAbsent = check("names-of-absent");
    private final Checkbox approved = check("approved");
    private final Select<SpeakersNamed> speakersNamed = new Select<>();
    private final Select<SpeakingOrder> speakingOrder = new Select<>();
    private final IntegerField speechMinutes = number("speech-minutes", 1, MOST_MINUTES);
    private final IntegerField shortMinutes = number("short-minutes", 1, MOST_MINUTES);
    private final IntegerField personMinutes = number("person-minutes", 1, MOST_MINUTES);
    private final IntegerField groupMinutes = number("group-minutes", 1, MOST_MINUTES);
    private final Select<GroupTime> groupTime = new Select<>();
    private final Checkbox replies = check("replies");
    private final IntegerField warningSeconds = number("warning-seconds", 0, LONGEST_WARNING_SECONDS);
    private final IntegerField guestNamesDays = number("guest-names-days", 0, MOST_DAYS);
    private final Checkbox roomCode = check("room-code");
    private final Checkbox correctable = check("correctable");
    private final Checkbox closesByItself = check("closes-by-itself");

    private final IntegerField reportWithin = number("report-within", 1, MOST_MINUTES);

    private final Select<MessagesAmong> messagesAmong = new Select<>();
    private final IntegerField messagesKept = number("messages-kept", 1, MOST_DAYS);

    private final IntegerField votesOfOthers = number("votes-of-others", 0, MOST_VOTES_OF_OTHERS);
    private final Checkbox carriedArePresent = check("carried-are-present");
    private final Checkbox weighted = check("weighted");
    private final Checkbox quorumOfVotes = check("quorum-of-votes");
    private final IntegerField leastVoters = number("least-voters", SecretVoteRule.FEWEST, MOST_VOTERS);
    private final IntegerField confirmations = number("confirmations", 1, MOST_TELLERS);
    private final Checkbox streamed = check("streamed");
    private final Checkbox streamConsent = check("stream-consent");
    private final Checkbox recorded = check("recorded");
    private final IntegerField recordingDays = number("recording-days", 1, StreamRule.LONGEST_DAYS);

    private final RuleFields invitation = rule("invitation", invitationDays, invitationUrgent);
    private final RuleFields announcement = rule("announcement", announcementDays, announcementUrgent);
    private final RuleFields urgentItem = rule("urgent-item", urgency);
    private final RuleFields quorum = rule("quorum", quorumPresent, quorumRecused, secondInvitation);
    private final RuleFields recusal = rule("recusal", mayStay, recusalInElections);
    private final RuleFields majority = rule("majority", usualMajority, castingVote);
    private final RuleFields ballotMode = rule("ballot-mode", rollCallShare, rollCallOf, secretShare, secretOf);
    private final RuleFields election = rule(
            "election",
            electionNeeded,
            ofValidVotes,
            openElection,
            objection.share,
            objection.persons,
            secretLists,
            runOff,
            equalsTakePart,
            lot,
            seatMethod);
    private final RuleFields publicity = rule("publicity", isPublic, confirmAlone);
    private final RuleFields remote = rule("remote", hybrid, digital, onlySpeakerHeard, graceSeconds);
    private final RuleFields circular = rule("circular", circularAllowed, circularAgreement, circularDays);
    private final RuleFields minutes = rule("minutes", namesOfAbsent, approved, speakersNamed);
    private final RuleFields speaking = rule(
            "speaking",
            speakingOrder,
            speechMinutes,
            shortMinutes,
            personMinutes,
            groupMinutes,
            groupTime,
            replies,
            warningSeconds,
            guestNamesDays);
    private final RuleFields disturbance = rule("disturbance", reportWithin);
    private final RuleFields arrival = rule("arrival", roomCode);
    private final RuleFields openVote = rule("open-vote", correctable, closesByItself);
    private final RuleFields message = rule("message", messagesAmong, messagesKept);
    private final SupportFields procedureSupport = new SupportFields("procedure");
    private final SupportFields amendmentSupport = new SupportFields("amendment");
    private final SupportFields urgencySupport = new SupportFields("urgency");
    private final SupportFields paperSupport = new SupportFields("paper");
    private final RuleFields delegation = rule("delegation", votesOfOthers, carriedArePresent);
    private final RuleFields weight = rule("weight", weighted, quorumOfVotes);
    private final RuleFields secretVote = rule("secret-vote", leastVoters, confirmations);
    private final RuleFields stream = rule("stream", streamed, streamConsent, recorded, recordingDays);

    RulesForm() {
        quorumRecused.setEmptySelectionAllowed(true);
        quorumRecused.setEmptySelectionCaption(text("quorum-recused-none"));
        openElection.addValueChangeListener(change -> showOpenElection(change.getValue()));
        showOpenElection(false);
        secretLists.setLabel(text("secret-lists"));
        secretLists.setHelperText(text("secret-lists-none"));
        secretLists.setMaxLength(LONGEST_SOURCE);
        seatMethod.setLabel(text("seat-method"));
        seatMethod.setItems(SeatMethod.values());
        seatMethod.setItemLabelGenerator(it -> getTranslation("organization.rules.seat-method." + it));
        circularAllowed.addValueChangeListener(change -> showCircular(change.getValue()));
        isPublic.addValueChangeListener(change -> announcement.setVisible(change.getValue()));
        layOutSpeaking();
        reportWithin.setHelperText(text("report-within-none"));
        confirmations.setHelperText(text("confirmations-none"));
        votesOfOthers.setHelperText(text("votes-of-others-none"));
        votesOfOthers.addValueChangeListener(
                change -> carriedArePresent.setVisible(!votesOfOthers.isEmpty() && votesOfOthers.getValue() > 0));
        weighted.addValueChangeListener(change -> quorumOfVotes.setVisible(change.getValue()));
        speakersNamed.setLabel(text("speakers-named"));
        speakersNamed.setItems(SpeakersNamed.values());
        speakersNamed.setItemLabelGenerator(it -> getTranslation("organization.rules.speakers-named." + it));
        messagesAmong.setLabel(text("messages-among"));
        messagesAmong.setItems(MessagesAmong.values());
        messagesAmong.setItemLabelGenerator(it -> getTranslation("organization.rules.messages-among." + it));
        getContent().addClassName("rs-rules");
        rules().forEach(getContent()::add);
    }

    private void layOutSpeaking() {
        speakingOrder.setLabel(text("speaking-order"));
        speakingOrder.setItems(SpeakingOrder.values());
        speakingOrder.setItemLabelGenerator(it -> getTranslation("organization.rules.speaking-order." + it));
        groupTime.setLabel(text("group-time"));
        groupTime.setItems(GroupTime.values());
        groupTime.setItemLabelGenerator(it -> getTranslation("organization.rules.group-time." + it));
        minutesOfSpeaking().forEach(it -> it.setHelperText(text("no-limit")));
    }

    private void showOpenElection(boolean isAllowed) {
        objection.share.setVisible(isAllowed);
        objection.persons.setVisible(isAllowed);
        secretLists.setVisible(isAllowed);
    }

    private void showCircular(boolean isAllowed) {
        circularAgreement.setVisible(isAllowed);
        circularDays.setVisible(isAllowed);
    }

    /** None of them has to be there. */
    private List<IntegerField> minutesOfSpeaking() {
        return List.of(speechMinutes, shortMinutes, personMinutes, groupMinutes);
    }

    private void showSpeaking(SpeakingRule rule) {
        speakingOrder.setValue(rule.order());
        speechMinutes.setValue(rule.speechMinutes());
        shortMinutes.setValue(rule.shortMinutes());
        personMinutes.setValue(rule.personMinutes());
        groupMinutes.setValue(rule.groupMinutes());
        groupTime.setValue(rule.groupTime());
        replies.setValue(rule.replies());
        warningSeconds.setValue(rule.warningSeconds());
        guestNamesDays.setValue(rule.guestNamesDays());
        speaking.show(rule.source());
    }

    private boolean isSpeakingReadable() {
        return !warningSeconds.isEmpty()
                && !guestNamesDays.isEmpty()
                && minutesOfSpeaking().stream().allMatch(it -> it.isEmpty() || it.getValue() >= 1);
    }

    private boolean isGraceReadable() {
        return !graceSeconds.isEmpty()
                && graceSeconds.getValue() >= RemoteRule.SHORTEST_GRACE_SECONDS
                && graceSeconds.getValue() <= RemoteRule.LONGEST_GRACE_SECONDS;
    }

    private boolean isSecretVoteReadable() {
        return !leastVoters.isEmpty()
                && leastVoters.getValue() >= SecretVoteRule.FEWEST
                && (confirmations.isEmpty() || confirmations.getValue() >= 1);
    }

    void show(RulesOfProcedure rules) {
        preset = rules.preset();
        invitationDays.setValue(rules.invitation().days());
        invitationUrgent.setValue(rules.invitation().urgentDays());
        invitation.show(rules.invitation().source());
        announcementDays.setValue(rules.announcement().days());
        announcementUrgent.setValue(rules.announcement().urgentDays());
        announcement.show(rules.announcement().source());
        urgency.setValue(rules.urgentItem().urgency());
        urgentItem.show(rules.urgentItem().source());
        choose(quorumPresent, rules.quorum().present());
        choose(quorumRecused, rules.quorum().presentIfMostAreRecused());
        secondInvitation.setValue(rules.quorum().secondInvitationSuffices());
        quorum.show(rules.quorum().source());
        mayStay.setValue(rules.recusal().mayStayInAudience());
        recusalInElections.setValue(rules.recusal().appliesToElections());
        recusal.show(rules.recusal().source());
        usualMajority.setValue(rules.majority().usual());
        castingVote.setValue(rules.majority().castingVote());
        majority.show(rules.majority().source());
        showBallotMode(rules.ballotMode());
        showElection(rules.election());
        isPublic.setValue(rules.publicity().meetingsArePublic());
        announcement.setVisible(rules.publicity().meetingsArePublic());
        confirmAlone.setValue(rules.publicity().remoteMembersConfirmAlone());
        publicity.show(rules.publicity().source());
        hybrid.setValue(rules.remote().hybrid());
        digital.setValue(rules.remote().digital());
        onlySpeakerHeard.setValue(rules.remote().onlySpeakerHeard());
        graceSeconds.setValue(rules.remote().graceSeconds());
        remote.show(rules.remote().source());
        circularAllowed.setValue(rules.circular().allowed());
        showCircular(rules.circular().allowed());
        circularDays.setValue(rules.circular().minimumDays());
        choose(circularAgreement, rules.circular().agreement());
        circular.show(rules.circular().source());
        namesOfAbsent.setValue(rules.minutes().namesOfAbsent());
        approved.setValue(rules.minutes().approvedAtNextMeeting());
        speakersNamed.setValue(rules.minutes().speakers());
        minutes.show(rules.minutes().source());
        showSpeaking(rules.speaking());
        reportWithin.setValue(rules.disturbance().reportWithinMinutes());
        disturbance.show(rules.disturbance().source());
        roomCode.setValue(rules.arrival().roomCode());
        arrival.show(rules.arrival().source());
        correctable.setValue(rules.openVote().correctable());
        closesByItself.setValue(rules.openVote().closesByItself());
        openVote.show(rules.openVote().source());
        messagesAmong.setValue(rules.message().amongMembers());
        messagesKept.setValue(rules.message().keptDays());
        message.show(rules.message().source());
        showSupport(rules.support());
        votesOfOthers.setValue(rules.delegation().most());
        carriedArePresent.setValue(rules.delegation().countsAsPresent());
        carriedArePresent.setVisible(rules.delegation().permits());
        delegation.show(rules.delegation().source());
        weighted.setValue(rules.weight().weighted());
        quorumOfVotes.setValue(rules.weight().quorumOfVotes());
        quorumOfVotes.setVisible(rules.weight().weighted());
        weight.show(rules.weight().source());
        leastVoters.setValue(rules.secretVote().leastVoters());
        confirmations.setValue(rules.secretVote().confirmations());
        secretVote.show(rules.secretVote().source());
        streamed.setValue(rules.stream().streamed());
        streamConsent.setValue(rules.stream().consent());
        recorded.setValue(rules.stream().recorded());
        recordingDays.setValue(rules.stream().keptDays());
        stream.show(rules.stream().source());
        showChanges();
    }

    private void showSupport(SupportRule rule) {
        procedureSupport.show(rule.procedure());
        amendmentSupport.show(rule.amendment());
        urgencySupport.show(rule.urgency());
        paperSupport.show(rule.paper());
    }

    private List<BackingFields> backings() {
        return List.of(
                objection,
                procedureSupport.backing,
                amendmentSupport.backing,
                urgencySupport.backing,
                paperSupport.backing);
    }

    private boolean hasObjection() {
        return !objection.persons.isEmpty() || objection.share.getValue() != null;
    }

    private void showBallotMode(BallotModeRule rule) {
        choose(rollCallShare, rule.rollCall().share());
        rollCallOf.setValue(kind(rule.rollCall()));
        choose(secretShare, rule.secret().share());
        secretOf.setValue(kind(rule.secret()));
        ballotMode.show(rule.source());
    }

    private void showElection(ElectionRule rule) {
        choose(electionNeeded, rule.needed());
        ofValidVotes.setValue(rule.ofValidVotes());
        openElection.setValue(rule.openIfNobodyObjects());
        showOpenElection(rule.openIfNobodyObjects());
        objection.show(rule.objection());
        knownSecretLists = rule.secretLists();
        secretLists.setValue(knownSecretLists == null ? "" : knownSecretLists.toString());
        runOff.setValue(rule.runOffCandidates());
        equalsTakePart.setValue(rule.equalsTakePart());
        lot.setValue(rule.lotOnTie());
        seatMethod.setValue(rule.seatMethod());
        election.show(rule.source());
    }

    /** Says at each field what is wrong with it. */
    void check(FieldChecks fields) {
        for (var number :
                List.of(invitationDays, invitationUrgent, announcementDays, announcementUrgent, runOff, circularDays)) {
            fields.requireNumber(number);
        }
        requireShorter(invitationUrgent, invitationDays, fields);
        requireShorter(announcementUrgent, announcementDays, fields);
        fields.requireNumber(warningSeconds);
        fields.requireNumber(guestNamesDays);
        minutesOfSpeaking().stream().filter(it -> !it.isEmpty()).forEach(fields::requireNumber);
        fields.requireNumber(leastVoters);
        if (!confirmations.isEmpty()) {
            fields.requireNumber(confirmations);
        }
        if (!reportWithin.isEmpty()) {
            fields.requireNumber(reportWithin);
        }
        fields.requireNumber(graceSeconds);
        fields.requireNumber(messagesKept);
        fields.requireNumber(recordingDays);
        if (recorded.getValue() && !streamed.getValue()) {
            fields.wrong(recorded, "organization.rules.edit.recorded-not-streamed");
        }
        fields.requireNumber(votesOfOthers);
        for (var backing : backings()) {
            if (!backing.persons.isEmpty()) {
                fields.requireNumber(backing.persons);
            }
            if (!backing.persons.isEmpty() && backing.share.getValue() != null) {
                fields.wrong(backing.persons, "organization.rules.edit.backing-both");
            }
        }
        if (!hasObjection()) {
            fields.wrong(objection.persons, "organization.rules.edit.objection-missing");
        }
        for (var rule : rules()) {
            fields.require(rule.sourceField(), "organization.rules.edit.source-missing");
        }
    }

    private static void requireShorter(IntegerField urgent, IntegerField usual, FieldChecks fields) {
        if (!urgent.isInvalid() && !usual.isInvalid() && urgent.getValue() > usual.getValue()) {
            fields.wrong(urgent, "organization.rules.edit.urgent-longer", usual.getValue());
        }
    }

    /** What stands in the fields; to be asked for once they were {@linkplain #check checked}. */
    RulesOfProcedure value() {
        return new RulesOfProcedure(
                preset,
                new InvitationRule(invitationDays.getValue(), invitationUrgent.getValue(), invitation.source()),
                new AnnouncementRule(announcementDays.getValue(), announcementUrgent.getValue(), announcement.source()),
                new UrgentItemRule(urgency.getValue(), urgentItem.source()),
                new QuorumRule(
                        quorumPresent.getValue(),
                        quorumRecused.getValue(),
                        secondInvitation.getValue(),
                        quorum.source()),
                new RecusalRule(mayStay.getValue(), recusalInElections.getValue(), recusal.source()),
                new MajorityRule(usualMajority.getValue(), castingVote.getValue(), majority.source()),
                new BallotModeRule(
                        demand(rollCallShare, rollCallOf), demand(secretShare, secretOf), ballotMode.source()),
                new ElectionRule(
                        electionNeeded.getValue(),
                        ofValidVotes.getValue(),
                        openElection.getValue(),
                        objection.value(),
                        RuleFields.source(secretLists, knownSecretLists),
                        runOff.getValue(),
                        equalsTakePart.getValue(),
                        lot.getValue(),
                        seatMethod.getValue(),
                        election.source()),
                new PublicityRule(isPublic.getValue(), confirmAlone.getValue(), publicity.source()),
                new RemoteRule(
                        hybrid.getValue(),
                        digital.getValue(),
                        onlySpeakerHeard.getValue(),
                        graceSeconds.getValue(),
                        remote.source()),
                new CircularRule(
                        circularAllowed.getValue(),
                        circularAgreement.getValue(),
                        circularDays.getValue(),
                        circular.source()),
                new MinutesRule(
                        namesOfAbsent.getValue(), approved.getValue(), speakersNamed.getValue(), minutes.source()),
                new SpeakingRule(
                        speakingOrder.getValue(),
                        speechMinutes.getValue(),
                        shortMinutes.getValue(),
                        personMinutes.getValue(),
                        groupMinutes.getValue(),
                        groupTime.getValue(),
                        replies.getValue(),
                        warningSeconds.getValue(),
                        guestNamesDays.getValue(),
                        speaking.source()),
                new DisturbanceRule(reportWithin.getValue(), disturbance.source()),
                new ArrivalRule(roomCode.getValue(), arrival.source()),
                new OpenVoteRule(correctable.getValue(), closesByItself.getValue(), openVote.source()),
                new MessageRule(messagesAmong.getValue(), messagesKept.getValue(), message.source()),
                new SupportRule(
                        procedureSupport.value(),
                        amendmentSupport.value(),
                        urgencySupport.value(),
                        paperSupport.value()),
                new DelegationRule(votesOfOthers.getValue(), carriedArePresent.getValue(), delegation.source()),
                new WeightRule(weighted.getValue(), weighted.getValue() && quorumOfVotes.getValue(), weight.source()),
                new SecretVoteRule(leastVoters.getValue(), confirmations.getValue(), secretVote.source()),
                new StreamRule(
                        streamed.getValue(),
                        streamConsent.getValue(),
                        recorded.getValue(),
                        recordingDays.getValue(),
                        stream.source()));
    }

    /** Marks the rules that differ from the preset, as far as the fields can be read. */
    private void showChanges() {
        var unreadable = List.of(
                        invitationDays, invitationUrgent, announcementDays, announcementUrgent, runOff, circularDays)
                .stream()
                .anyMatch(HasValue::isEmpty);
        if (unreadable
                || !isSpeakingReadable()
                || !reportWithin.isEmpty() && reportWithin.getValue() < 1
                || !isGraceReadable()
                || messagesKept.isEmpty()
                || messagesKept.getValue() < 1
                || votesOfOthers.isEmpty()
                || votesOfOthers.getValue() < 0
                || !isSecretVoteReadable()
                || backings().stream().anyMatch(it -> !it.isReadable())
                || !hasObjection()
                || rules().stream().anyMatch(it -> it.sourceField().isEmpty())
                || invitationUrgent.getValue() > invitationDays.getValue()) {
            return;
        }
        var here = value();
        var there = RulesOfProcedure.of(preset);
        invitation.showChanged(!here.invitation().equals(there.invitation()));
        announcement.showChanged(!here.announcement().equals(there.announcement()));
        urgentItem.showChanged(!here.urgentItem().equals(there.urgentItem()));
        quorum.showChanged(!here.quorum().equals(there.quorum()));
        recusal.showChanged(!here.recusal().equals(there.recusal()));
        majority.showChanged(!here.majority().equals(there.majority()));
        ballotMode.showChanged(!here.ballotMode().equals(there.ballotMode()));
        election.showChanged(!here.election().equals(there.election()));
        publicity.showChanged(!here.publicity().equals(there.publicity()));
        remote.showChanged(!here.remote().equals(there.remote()));
        circular.showChanged(!here.circular().equals(there.circular()));
        minutes.showChanged(!here.minutes().equals(there.minutes()));
        speaking.showChanged(!here.speaking().equals(there.speaking()));
        disturbance.showChanged(!here.disturbance().equals(there.disturbance()));
        arrival.showChanged(!here.arrival().equals(there.arrival()));
        openVote.showChanged(!here.openVote().equals(there.openVote()));
        message.showChanged(!here.message().equals(there.message()));
        procedureSupport.showChanged(here.support().procedure(), there.support().procedure());
        amendmentSupport.showChanged(here.support().amendment(), there.support().amendment());
        urgencySupport.showChanged(here.support().urgency(), there.support().urgency());
        paperSupport.showChanged(here.support().paper(), there.support().paper());
        delegation.showChanged(!here.delegation().equals(there.delegation()));
        weight.showChanged(!here.weight().equals(there.weight()));
        secretVote.showChanged(!here.secretVote().equals(there.secretVote()));
        stream.showChanged(!here.stream().equals(there.stream()));
    }

    private List<RuleFields> rules() {
        return List.of(
                invitation,
                announcement,
                urgentItem,
                quorum,
                recusal,
                majority,
                ballotMode,
                openVote,
                secretVote,
                stream,
                election,
                publicity,
                remote,
                circular,
                minutes,
                speaking,
                disturbance,
                arrival,
                message,
                procedureSupport.rule,
                amendmentSupport.rule,
                urgencySupport.rule,
                paperSupport.rule,
                delegation,
                weight);
    }

    private RuleFields rule(String name, Component... fields) {
        var rule = new RuleFields(name, fields);
        for (var field : fields) {
            ((HasValue<?, ?>) field).addValueChangeListener(this::changedByHand);
        }
        rule.sourceField().addValueChangeListener(this::changedByHand);
        return rule;
    }

    private void changedByHand(HasValue.ValueChangeEvent<?> change) {
        if (change.isFromClient()) {
            showChanges();
        }
    }

    private IntegerField number(String key, int least, int most) {
        var field = new IntegerField(text(key));
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        return field;
    }

    private Checkbox check(String key) {
        return new Checkbox(text(key));
    }

    private Select<Majority> majority(String key) {
        var select = new Select<Majority>();
        select.setLabel(text(key));
        select.setItems(Majority.values());
        select.setItemLabelGenerator(it -> getTranslation("organization.rules.majority." + it));
        return select;
    }

    private Select<Fraction> share(String key, Fraction... more) {
        var shares = new ArrayList<>(List.of(
                new Fraction(1, 10),
                new Fraction(1, 5),
                Fraction.QUARTER,
                Fraction.THIRD,
                Fraction.HALF,
                Fraction.TWO_THIRDS,
                Fraction.THREE_QUARTERS));
        shares.addAll(List.of(more));
        var select = new Select<Fraction>();
        select.setLabel(text(key));
        select.setItems(shares);
        select.setItemLabelGenerator(it -> it == null ? text("quorum-recused-none") : RulesList.text(this, it));
        return select;
    }

    /** Another share than the usual ones may have been adopted from elsewhere. */
    private static void choose(Select<Fraction> select, @Nullable Fraction share) {
        if (share != null && !select.getListDataView().contains(share)) {
            select.getListDataView().addItem(share);
        }
        select.setValue(share);
    }

    /** Chooses how the share counts; the share itself is chosen beside it. */
    private Select<Demand> demand(String key) {
        var select = new Select<Demand>();
        select.setLabel(text(key));
        select.setItems(
                new Demand(Fraction.WHOLE, false, false),
                new Demand(Fraction.WHOLE, true, false),
                new Demand(Fraction.WHOLE, false, true),
                new Demand(Fraction.WHOLE, true, true));
        select.setItemLabelGenerator(it -> RulesList.text(this, it, "…"));
        return select;
    }

    private static Demand kind(Demand demand) {
        return new Demand(Fraction.WHOLE, demand.exceeded(), demand.ofAllMembers());
    }

    private static Demand demand(Select<Fraction> share, Select<Demand> kind) {
        return new Demand(
                share.getValue(), kind.getValue().exceeded(), kind.getValue().ofAllMembers());
    }

    /** A number of members, or a share of them, or neither. */
    private final class BackingFields {

        private final Select<Fraction> share;
        private final IntegerField persons;

        BackingFields(String what) {
            share = share("backing-" + what);
            share.setEmptySelectionAllowed(true);
            share.setEmptySelectionCaption(text("backing-none"));
            share.setItemLabelGenerator(it -> it == null ? text("backing-none") : RulesList.text(RulesForm.this, it));
            persons = number("backing-persons", 1, MOST_CANDIDATES);
            persons.setAriaLabel(text("backing-" + what) + ": " + text("backing-persons"));
        }

        void show(Backing backing) {
            choose(share, backing.share());
            persons.setValue(backing.persons());
        }

        boolean isReadable() {
            return persons.isEmpty() || persons.getValue() >= 1 && share.getValue() == null;
        }

        Backing value() {
            return new Backing(persons.getValue(), share.getValue());
        }
    }

    /** What one kind of motion needs, with its own paragraph. */
    private final class SupportFields {

        private final BackingFields backing;
        private final Checkbox ofAll = check("backing-of-all");
        private final Checkbox group = check("group-suffices");
        private final RuleFields rule;

        SupportFields(String kind) {
            backing = new BackingFields(kind);
            rule = RulesForm.this.rule("support-" + kind, backing.share, backing.persons, ofAll, group);
        }

        void show(SupportNeeded needed) {
            backing.show(needed.backing());
            ofAll.setValue(needed.ofAllMembers());
            group.setValue(needed.groupSuffices());
            rule.show(needed.source());
        }

        SupportNeeded value() {
            return new SupportNeeded(backing.value(), ofAll.getValue(), group.getValue(), rule.source());
        }

        void showChanged(SupportNeeded here, SupportNeeded there) {
            rule.showChanged(!here.equals(there));
        }
    }

    private String text(String key) {
        return getTranslation("organization.rules.edit." + key);
    }
}
