package de.ratssaal.urn;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.Meetings;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may read of secret votes by device: those on public items of public meetings, and nothing else. */
@Service
@Transactional(readOnly = true)
public class PublicUrns {

    private static final String JOB = "urn";

    private final Urns urns;
    private final Meetings meetings;
    private final Access access;

    PublicUrns(Urns urns, Meetings meetings, Access access) {
        this.urns = urns;
        this.meetings = meetings;
        this.access = access;
    }

    /** None before the result, and none of a vote that is not public. */
    public Optional<UrnSummary> published(SecretPollId id) {
        return asEverybody(() -> publicUrn(id).filter(it -> it.state() == UrnState.SETTLED));
    }

    /** The files with which it began, from the opening on: by them opened ballots are checked. */
    public Optional<ElectionSetup> setup(SecretPollId id) {
        return asEverybody(
                () -> publicUrn(id).filter(it -> it.openingHead() != null).map(it -> urns.setup(id)));
    }

    /** Hash of the opening; none before, and none of a vote that is not public. */
    public Optional<String> openingHead(SecretPollId id) {
        return asEverybody(() -> publicUrn(id).map(UrnSummary::openingHead));
    }

    /** The record, under the same conditions as {@link #published}. */
    public Optional<byte[]> archive(SecretPollId id) {
        return published(id).map(it -> asEverybody(() -> urns.archive(id)));
    }

    /** The strong proofs beside it. */
    public Optional<byte[]> strongProofs(SecretPollId id) {
        return published(id).map(it -> asEverybody(() -> urns.strongProofs(id)));
    }

    private Optional<UrnSummary> publicUrn(SecretPollId id) {
        return urns.find(id).filter(this::isInPublic);
    }

    private boolean isInPublic(UrnSummary urn) {
        var meeting = meetings.meeting(urn.meeting());
        return urn.isPublic()
                && meeting.convenedAt() != null
                && meetings.isInPublic(meeting)
                && !(meeting.doorsClosed() && urn.item().equals(meeting.currentItem()))
                && meetings.agenda(urn.meeting()).stream()
                        .anyMatch(it -> it.id().equals(urn.item()) && it.isPublic());
    }

    /** Asked by the application itself; what is not public is left out above. */
    private <T> T asEverybody(Supplier<T> question) {
        return access.asSystem(JOB, question);
    }
}
