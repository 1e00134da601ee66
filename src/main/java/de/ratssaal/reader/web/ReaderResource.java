package de.ratssaal.reader.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.packet.DocumentReading;
import de.ratssaal.packet.MeetingDocuments;
import de.ratssaal.packet.PacketDocuments;
import de.ratssaal.reader.Marking;
import de.ratssaal.reader.Marks;
import de.ratssaal.reader.MeetingReading;
import de.ratssaal.reader.Operation;
import de.ratssaal.reader.Outcome;
import de.ratssaal.reader.ReportingWay;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * What the reader's script asks for (ADR 0150). Rights are asked for at every request; what is not there and what is not for
 * whoever asks is answered alike: 404.
 */
@RestController
@RequestMapping("/api/reader")
class ReaderResource {

    private static final String API = "/api/reader";
    private static final int MOST_AT_ONCE = 500;

    private final MeetingReading reading;
    private final PacketDocuments documents;
    private final Marking marking;
    private final Messages messages;

    ReaderResource(MeetingReading reading, PacketDocuments documents, Marking marking, Messages messages) {
        this.reading = reading;
        this.documents = documents;
        this.marking = marking;
        this.messages = messages;
    }

    @GetMapping("/meetings")
    ResponseEntity<List<ShownMeeting>> meetings() {
        return fresh(reading.meetings().stream().map(ShownMeeting::of).toList());
    }

    @GetMapping("/meetings/{id}")
    ResponseEntity<ShownReading> meeting(@PathVariable UUID id) {
        return fresh(ShownReading.of(reading.meeting(new MeetingId(id))));
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<Resource> document(@PathVariable UUID id, @RequestParam("v") String fingerprint) {
        return switch (documents.open(id, fingerprint).orElseThrow(NoSuchElementException::new)) {
            case DocumentReading.Pages pages ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                        .header("X-Content-Type-Options", "nosniff")
                        .cacheControl(pages.isPublic() ? CacheControl.noCache().cachePrivate() : CacheControl.noStore())
                        .eTag(pages.tag())
                        .body(new PagesResource(pages));
            case DocumentReading.NotYet() ->
                ResponseEntity.accepted()
                        .header(HttpHeaders.RETRY_AFTER, "2")
                        .cacheControl(CacheControl.noStore())
                        .build();
            case DocumentReading.NoPages() ->
                ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                        .cacheControl(CacheControl.noStore())
                        .build();
        };
    }

    /** Where the text is not known, the reader takes it from the document itself. */
    @GetMapping("/documents/{id}/text")
    ResponseEntity<Texts> text(@PathVariable UUID id, @RequestParam("v") String fingerprint) {
        return documents
                .pageTexts(id, fingerprint)
                .map(it -> fresh(new Texts(it)))
                .orElseGet(() -> ResponseEntity.noContent()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    record Texts(List<String> pages) {}

    @GetMapping("/marks")
    ResponseEntity<Marks> marks(@RequestParam UUID meeting, @RequestParam(required = false) @Nullable String since) {
        return fresh(marking.of(new MeetingId(meeting), since));
    }

    @PostMapping("/marks")
    ResponseEntity<Saved> save(@RequestParam UUID meeting, @RequestBody Sent sent, Locale language) {
        if (sent.operations().size() > MOST_AT_ONCE) {
            return ResponseEntity.badRequest().build();
        }
        var outcomes = new ArrayList<@Nullable Outcome>();
        var sound = new ArrayList<Operation>();
        for (var operation : sent.operations()) {
            try {
                sound.add(operation.operation());
                outcomes.add(null);
            } catch (Refusal refusal) {
                outcomes.add(new Outcome.Refused(operation.id(), refusal));
            }
        }
        var done = marking.save(new MeetingId(meeting), sound).iterator();
        return fresh(new Saved(outcomes.stream()
                .map(it -> ShownOutcome.of(it == null ? done.next() : it, language, messages))
                .toList()));
    }

    private static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    @ExceptionHandler
    ResponseEntity<Void> unknown(NoSuchElementException unknown) {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }

    @ExceptionHandler
    ResponseEntity<Void> noIdentifier(MethodArgumentTypeMismatchException mistyped) {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }

    @ExceptionHandler
    ResponseEntity<Void> unreadable(HttpMessageNotReadableException unreadable) {
        return ResponseEntity.badRequest().build();
    }

    record Sent(List<SentOperation> operations) {

        Sent {
            operations = List.copyOf(operations);
        }
    }

    record Saved(List<ShownOutcome> outcomes) {}

    record ShownOutcome(
            UUID operation, String outcome, @Nullable String message) {

        static ShownOutcome of(Outcome outcome, Locale language, Messages messages) {
            return switch (outcome) {
                case Outcome.Done(UUID operation) -> new ShownOutcome(operation, "DONE", null);
                case Outcome.Known(UUID operation) -> new ShownOutcome(operation, "KNOWN", null);
                case Outcome.Refused(UUID operation, Refusal why) ->
                    new ShownOutcome(operation, "REFUSED", messages.text(language, why));
            };
        }
    }

    record ShownMeeting(UUID id, String title, String organization, Instant start, String zone) {

        static ShownMeeting of(MeetingSummary meeting) {
            return new ShownMeeting(
                    meeting.id().value(),
                    meeting.title(),
                    meeting.organizationName(),
                    meeting.startsAt(),
                    meeting.zone().getId());
        }
    }

    /** @param whole whether whoever asks may attend all of the meeting: who keeps this answer says so */
    record ShownReading(
            UUID id,
            String title,
            String organization,
            Instant start,
            String zone,
            String version,
            boolean whole,
            List<ShownItem> items,
            ReportingWay.@Nullable Way report) {

        static ShownReading of(MeetingReading.Reading reading) {
            var meeting = ShownMeeting.of(reading.meeting());
            return new ShownReading(
                    meeting.id(),
                    meeting.title(),
                    meeting.organization(),
                    meeting.start(),
                    meeting.zone(),
                    reading.documents().version(),
                    reading.documents().isWhole(),
                    reading.documents().items().stream()
                            .map(it -> ShownItem.of(it, reading))
                            .toList(),
                    reading.report());
        }
    }

    record ShownItem(
            UUID id, String number, int depth, String title, boolean nonPublic, List<ShownDocument> documents) {

        static ShownItem of(MeetingDocuments.Item item, MeetingReading.Reading reading) {
            return new ShownItem(
                    item.id().value(),
                    item.number(),
                    item.depth(),
                    item.title(),
                    !item.isPublic(),
                    item.documents().stream()
                            .map(it -> ShownDocument.of(it, !reading.isRead(it)))
                            .toList());
        }
    }

    record ShownDocument(
            UUID id,
            String title,
            String kind,
            @Nullable Integer pages,
            @Nullable Long bytes,
            boolean nonPublic,
            String fingerprint,
            @JsonProperty("new") boolean isNew,
            String address,
            @Nullable String original) {

        static ShownDocument of(MeetingDocuments.Document document, boolean isNew) {
            return new ShownDocument(
                    document.id(),
                    document.title(),
                    document.isFile() ? "FILE" : "PAPER",
                    document.pages(),
                    document.size(),
                    !document.isPublic(),
                    document.fingerprint(),
                    isNew,
                    "%s/documents/%s?v=%s".formatted(API, document.id(), document.fingerprint()),
                    document.isFile() ? "/files/" + document.id() : null);
        }
    }

    /** A document's bytes as a browser wants them, whole or in stretches. */
    private static final class PagesResource extends AbstractResource {

        private final DocumentReading.Pages pages;

        PagesResource(DocumentReading.Pages pages) {
            this.pages = pages;
        }

        @Override
        public String getDescription() {
            return "document " + pages.tag();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public long contentLength() {
            return pages.size();
        }

        @Override
        public InputStream getInputStream() {
            return pages.open();
        }
    }
}
