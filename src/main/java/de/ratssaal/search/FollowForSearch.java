package de.ratssaal.search;

import de.ratssaal.circular.CircularEnded;
import de.ratssaal.document.FileAttached;
import de.ratssaal.document.FileId;
import de.ratssaal.document.FilePublicityChanged;
import de.ratssaal.document.FileRemoved;
import de.ratssaal.document.FileRenamed;
import de.ratssaal.document.FileTextRead;
import de.ratssaal.document.FileTexts;
import de.ratssaal.document.InfectionFound;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaChanged;
import de.ratssaal.meeting.MeetingCancelled;
import de.ratssaal.meeting.MeetingClosed;
import de.ratssaal.meeting.MeetingConvened;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingOpened;
import de.ratssaal.meeting.MeetingPlanChanged;
import de.ratssaal.meeting.MeetingPlanned;
import de.ratssaal.meeting.PublicExcluded;
import de.ratssaal.minutes.MinutesReleased;
import de.ratssaal.organization.OrganizationChanged;
import de.ratssaal.organization.RulesAdopted;
import de.ratssaal.paper.AnswerAsked;
import de.ratssaal.paper.AnswerFiles;
import de.ratssaal.paper.ConsultationDropped;
import de.ratssaal.paper.ConsultationPlanned;
import de.ratssaal.paper.InquiryAnswered;
import de.ratssaal.paper.PaperChanged;
import de.ratssaal.paper.PaperHandedBack;
import de.ratssaal.paper.PaperHandedIn;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPutOnAgenda;
import de.ratssaal.paper.PaperReleased;
import de.ratssaal.paper.PaperTakenOffAgenda;
import de.ratssaal.paper.PaperWithdrawn;
import de.ratssaal.voting.ItemResolved;
import de.ratssaal.voting.OutcomeTakenBack;
import de.ratssaal.voting.PollAnnulled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes what changed in the transaction that changes it, so that nothing is forgotten and nothing is noted that did not
 * happen. It is read anew afterwards.
 */
@Component
class FollowForSearch {

    private final IndexStore store;
    private final FileTexts files;
    private final Access access;

    FollowForSearch(IndexStore store, FileTexts files, Access access) {
        this.store = store;
        this.files = files;
        this.access = access;
    }

    @EventListener
    void on(PaperChanged event) {
        paper(event.paper());
    }

    @EventListener
    void on(PaperReleased event) {
        paper(event.paper());
    }

    @EventListener
    void on(PaperWithdrawn event) {
        paper(event.paper());
    }

    @EventListener
    void on(ConsultationPlanned event) {
        paper(event.paper());
    }

    @EventListener
    void on(ConsultationDropped event) {
        paper(event.paper());
    }

    @EventListener
    void on(PaperPutOnAgenda event) {
        paper(event.paper());
    }

    @EventListener
    void on(PaperTakenOffAgenda event) {
        paper(event.paper());
    }

    @EventListener
    void on(PaperHandedIn event) {
        paper(event.paper());
    }

    @EventListener
    void on(PaperHandedBack event) {
        paper(event.paper());
    }

    @EventListener
    void on(AnswerAsked event) {
        paper(event.paper());
    }

    @EventListener
    void on(InquiryAnswered event) {
        paper(event.paper());
        access.asSystem(
                IndexWork.JOB,
                () -> files.thereForIndex(AnswerFiles.owner(event.paper())).forEach(this::file));
    }

    @EventListener
    void on(MeetingPlanned event) {
        meeting(event.meeting());
    }

    @EventListener
    void on(MeetingPlanChanged event) {
        meeting(event.meeting());
    }

    @EventListener
    void on(AgendaChanged event) {
        meeting(event.meeting());
    }

    @EventListener
    void on(MeetingConvened event) {
        meeting(event.meeting());
    }

    @EventListener
    void on(MeetingCancelled event) {
        meeting(event.meeting());
    }

    @EventListener
    void on(MeetingOpened event) {
        meeting(event.meeting());
    }

    @EventListener
    void on(PublicExcluded event) {
        store.hide(new Source(Source.Kind.MEETING, event.meeting().value()));
        meeting(event.meeting());
    }

    @EventListener
    void on(MeetingClosed event) {
        meeting(event.meeting());
    }

    @EventListener
    void on(ItemResolved event) {
        store.ask(new Source(Source.Kind.MEETING, event.meeting().value()));
    }

    @EventListener
    void on(OutcomeTakenBack event) {
        store.ask(new Source(Source.Kind.MEETING, event.meeting().value()));
    }

    @EventListener
    void on(PollAnnulled event) {
        store.ask(new Source(Source.Kind.MEETING, event.meeting().value()));
    }

    @EventListener
    void on(CircularEnded event) {
        store.ask(new Source(Source.Kind.CIRCULAR, event.circular().value()));
    }

    @EventListener
    void on(MinutesReleased event) {
        store.ask(new Source(Source.Kind.MEETING, event.meeting().value()));
    }

    @EventListener
    void on(FileAttached event) {
        file(event.file());
    }

    @EventListener
    void on(FileRemoved event) {
        hide(event.file());
        file(event.file());
    }

    @EventListener
    void on(FilePublicityChanged event) {
        if (!event.isPublic()) {
            hide(event.file());
        }
        file(event.file());
    }

    @EventListener
    void on(FileRenamed event) {
        file(event.file());
    }

    @EventListener
    void on(FileTextRead event) {
        event.files().forEach(this::file);
    }

    @EventListener
    void on(InfectionFound event) {
        access.asSystem(
                IndexWork.JOB,
                () -> files.withContent(event.hash()).forEach(it -> {
                    hide(it);
                    file(it);
                }));
    }

    /** They say whether an organization meets in public, and with it who reads its papers and agendas. */
    @EventListener
    void on(RulesAdopted event) {
        store.ask(Source.ALL);
    }

    @EventListener
    void on(OrganizationChanged event) {
        store.ask(Source.ALL);
    }

    private void meeting(MeetingId meeting) {
        store.ask(new Source(Source.Kind.MEETING, meeting.value()));
    }

    private void paper(PaperId paper) {
        store.ask(new Source(Source.Kind.PAPER, paper.value()));
    }

    private void hide(FileId file) {
        store.hide(new Source(Source.Kind.FILE, file.value()));
    }

    private void file(FileId file) {
        store.ask(new Source(Source.Kind.FILE, file.value()));
    }
}
