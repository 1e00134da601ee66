package de.ratssaal.packet;

import de.ratssaal.amendment.AmendmentCarriedOver;
import de.ratssaal.amendment.AmendmentDecided;
import de.ratssaal.amendment.AmendmentRevised;
import de.ratssaal.amendment.AmendmentSubmitted;
import de.ratssaal.amendment.AmendmentTakenOver;
import de.ratssaal.amendment.AmendmentWithdrawn;
import de.ratssaal.amendment.AmendmentsArranged;
import de.ratssaal.base.AuditedEvent;
import de.ratssaal.document.FileAttached;
import de.ratssaal.document.FilePublicityChanged;
import de.ratssaal.document.FileRemoved;
import de.ratssaal.document.FileRenamed;
import de.ratssaal.document.FilesArranged;
import de.ratssaal.document.InfectionFound;
import de.ratssaal.meeting.AgendaChanged;
import de.ratssaal.meeting.MeetingCancelled;
import de.ratssaal.meeting.MeetingConvened;
import de.ratssaal.meeting.PublicExcluded;
import de.ratssaal.paper.ConsultationDropped;
import de.ratssaal.paper.InquiryAnswered;
import de.ratssaal.paper.PaperPutOnAgenda;
import de.ratssaal.paper.PaperReleased;
import de.ratssaal.paper.PaperTakenOffAgenda;
import de.ratssaal.paper.PaperWithdrawn;
import de.ratssaal.paper.ProposalChangeRevoked;
import de.ratssaal.paper.ProposalChanged;
import de.ratssaal.paper.TemplateChanged;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears of what may change packets. It only makes things quicker: whether a packet is out of date is seen in what it would
 * hold, whenever it is read, and all are looked at after a start.
 */
@Component
class FollowChanges {

    private static final Set<Class<? extends AuditedEvent>> TOUCHING = Set.of(
            AgendaChanged.class,
            MeetingConvened.class,
            MeetingCancelled.class,
            PublicExcluded.class,
            FileAttached.class,
            FileRemoved.class,
            FilePublicityChanged.class,
            FileRenamed.class,
            FilesArranged.class,
            InfectionFound.class,
            PaperReleased.class,
            PaperWithdrawn.class,
            PaperPutOnAgenda.class,
            PaperTakenOffAgenda.class,
            ConsultationDropped.class,
            ProposalChanged.class,
            ProposalChangeRevoked.class,
            TemplateChanged.class,
            InquiryAnswered.class,
            AmendmentCarriedOver.class,
            AmendmentDecided.class,
            AmendmentRevised.class,
            AmendmentSubmitted.class,
            AmendmentTakenOver.class,
            AmendmentWithdrawn.class,
            AmendmentsArranged.class);

    private final PresentContents present;
    private final KnownDocuments known;
    private final PacketUpkeep upkeep;

    FollowChanges(PresentContents present, KnownDocuments known, PacketUpkeep upkeep) {
        this.present = present;
        this.known = known;
        this.upkeep = upkeep;
    }

    @EventListener
    void on(AuditedEvent event) {
        if (!TOUCHING.contains(event.getClass())) {
            return;
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    look();
                }
            });
        } else {
            look();
        }
    }

    private void look() {
        present.forget();
        known.forget();
        upkeep.soon();
    }
}
