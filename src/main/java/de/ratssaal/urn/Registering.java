package de.ratssaal.urn;

import de.ratssaal.ballot.Groups;
import de.ratssaal.ballot.MalformedRecord;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import java.util.NoSuchElementException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Service;

/** What a voter's device does before a secret vote is opened: register the public part of its credential. */
@Service
public class Registering {

    private final UrnStore store;
    private final OpenedElections elections;
    private final Collecting collecting;
    private final HandingOn others;
    private final Matters matters;
    private final ChangeNotices notices;
    private final Access access;

    Registering(
            UrnStore store,
            OpenedElections elections,
            Collecting collecting,
            HandingOn others,
            Matters matters,
            ChangeNotices notices,
            Access access) {
        this.store = store;
        this.elections = elections;
        this.collecting = collecting;
        this.others = others;
        this.matters = matters;
        this.notices = notices;
        this.access = access;
    }

    /**
     * Registers the public part of a credential for the member who is signed in. The same again changes nothing.
     *
     * @throws NoSuchElementException if the poll is not taken by device
     * @throws RuleViolation if the member is absent, recused or has no right to vote
     * @throws Refusal if it comes too late, or the member has registered another one
     */
    public void register(SecretPollId poll, String credential) {
        register(poll, access.requirePerson(), credential);
    }

    void register(SecretPollId poll, PersonId voter, String credential) {
        var urn = store.urn(poll);
        if (urn.state() != UrnState.REGISTERING) {
            requireRegistered(poll, voter, credential);
            return;
        }
        matters.of(urn.kind()).requireVoter(urn, voter);
        requireSound(credential);
        switch (add(urn, voter, credential)) {
            case DONE -> ready(urn, voter);
            case OTHER -> throw new Refusal("urn.register.other");
            // the device asks again: by then it is opened, or registrations are collected somewhere else
            case LATE, NOT_HERE ->
                throw new TransientDataAccessResourceException("registrations are not collected here now");
        }
    }

    private Collecting.Answer add(Urn urn, PersonId voter, String credential) {
        if (collecting.isHere(urn)) {
            return collecting.add(urn.poll(), urn.attempt(), voter, credential);
        }
        if (!urn.collector().equals(collecting.node())) {
            var answer = others.handOn(urn, voter, credential);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        takeOver(urn);
        return Collecting.Answer.NOT_HERE;
    }

    /** The node that collected has gone, and what it knew with it: from now on devices register here. */
    void takeOver(Urn urn) {
        var key = SealedNote.newKey();
        if (store.takeOver(urn.poll(), urn.attempt(), collecting.node(), SealedNote.publicText(key))) {
            collecting.begin(urn.poll(), urn.attempt() + 1, key);
            changed(urn);
        }
    }

    private void ready(Urn urn, PersonId voter) {
        store.ready(urn.poll(), urn.attempt(), voter);
        changed(urn);
    }

    private void requireRegistered(SecretPollId poll, PersonId voter, String credential) {
        var registered = elections
                .find(poll)
                .filter(it -> it.hasVoter(voter) && it.hasCredential(credential))
                .isPresent();
        if (!registered) {
            throw new Refusal("urn.register.late");
        }
    }

    private static void requireSound(String credential) {
        var group = Groups.belenios2048();
        try {
            var element = group.parse(credential);
            if (!group.contains(element) || element.equals(group.one())) {
                throw new Refusal("urn.register.malformed");
            }
        } catch (MalformedRecord malformed) {
            throw new Refusal("urn.register.malformed");
        }
    }

    private void changed(Urn urn) {
        notices.changed(ChangeNotices.meeting(urn.meeting().value()));
    }
}
