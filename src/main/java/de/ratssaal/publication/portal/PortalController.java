package de.ratssaal.publication.portal;

import static java.util.stream.Collectors.groupingBy;

import de.ratssaal.circular.CircularId;
import de.ratssaal.distribution.Announcements;
import de.ratssaal.document.FileResource;
import de.ratssaal.document.Files;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.minutes.MinutesId;
import de.ratssaal.organization.Classification;
import de.ratssaal.paper.PaperId;
import de.ratssaal.publication.ListPlace;
import de.ratssaal.publication.PublicBody;
import de.ratssaal.publication.PublicDecision;
import de.ratssaal.publication.PublicDecisionId;
import de.ratssaal.publication.PublicMeeting;
import de.ratssaal.publication.PublicOrganization;
import de.ratssaal.publication.PublicRegister;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the public portal, in German at {@code /…} and in English at {@code /en/…}. */
@Controller
@RequestMapping({"", Reader.ENGLISH})
class PortalController {

    private static final int ON_HOME = 5;
    private static final int ON_A_LIST = 30;
    private static final int ON_A_SEARCH = 20;
    private static final int LONGEST_QUERY = 200;
    /** A meeting that has begun is still among the next ones for so long. */
    private static final Duration STILL_NEXT = Duration.ofHours(12);

    private final Pages pages;
    private final PublicRegister register;
    private final Announcements announcements;
    private final Files files;
    private final List<MoreOfMeeting> more;
    private final Clock clock;

    PortalController(
            Pages pages,
            PublicRegister register,
            Announcements announcements,
            Files files,
            List<MoreOfMeeting> more,
            Clock clock) {
        this.pages = pages;
        this.register = register;
        this.announcements = announcements;
        this.files = files;
        this.more = more;
        this.clock = clock;
    }

    @GetMapping({"", "/"})
    ResponseEntity<byte[]> home(HttpServletRequest request) {
        return page(
                request,
                "home",
                Map.of(
                        "meetings",
                        toCome(ON_HOME),
                        "decisions",
                        register.decisions(null, ON_HOME),
                        "organizations",
                        register.organizations().stream()
                                .filter(it -> it.classification() == Classification.COUNCIL
                                        || it.classification() == Classification.COMMITTEE)
                                .toList()));
    }

    @GetMapping("/meetings")
    ResponseEntity<byte[]> meetings(HttpServletRequest request) {
        return meetings(request, YearMonth.from(clock.instant().atZone(zone())), toCome(ON_A_LIST), true);
    }

    @GetMapping("/meetings/{year:[12][0-9]{3}}-{month:0[1-9]|1[0-2]}")
    ResponseEntity<byte[]> month(HttpServletRequest request, @PathVariable int year, @PathVariable int month) {
        var shown = YearMonth.of(year, month);
        var from = shown.atDay(1).atStartOfDay(zone()).toInstant();
        var until = shown.plusMonths(1).atDay(1).atStartOfDay(zone()).toInstant();
        return meetings(request, shown, register.meetings(from, until), false);
    }

    private ResponseEntity<byte[]> meetings(
            HttpServletRequest request, YearMonth month, List<PublicMeeting> found, boolean isNext) {
        return page(
                request,
                "meetings",
                Map.of(
                        "month",
                        month,
                        "isNext",
                        isNext,
                        "byMonth",
                        found.stream()
                                .collect(groupingBy(
                                        it -> YearMonth.from(it.startsAt().atZone(it.zone())),
                                        TreeMap::new,
                                        java.util.stream.Collectors.toList()))));
    }

    @GetMapping("/meetings/{id:[0-9a-f]{8}-.*}")
    ResponseEntity<byte[]> meeting(HttpServletRequest request, @PathVariable String id) {
        return page(request, "meeting", id, it -> register.meeting(new MeetingId(it)), it -> {
            var model = new HashMap<String, Object>(Map.of("meeting", it));
            register.minutesOf(it.id()).ifPresent(minutes -> model.put("minutes", minutes));
            announcements.published(it.id()).ifPresent(announced -> model.put("announcement", announced));
            model.put("more", more.stream().flatMap(one -> one.of(it).stream()).toList());
            return model;
        });
    }

    /** What is announced is asked for each time: a correction may withhold what stood there. */
    @GetMapping("/meetings/{id:[0-9a-f]{8}-[0-9a-f-]*}/announcement")
    ResponseEntity<byte[]> announcement(HttpServletRequest request, @PathVariable String id) {
        var meeting = uuid(id).flatMap(it -> register.meeting(new MeetingId(it)));
        return meeting.flatMap(it -> announcements
                        .published(it.id())
                        .map(announced -> pages.page(
                                Reader.of(request), "announcement", Map.of("meeting", it, "announcement", announced))))
                .orElseGet(() -> pages.notFound(Reader.of(request)));
    }

    @GetMapping("/meetings/{id:[0-9a-f]{8}-[0-9a-f-]*}/announcement.pdf")
    ResponseEntity<byte[]> announcementAsPdf(HttpServletRequest request, @PathVariable String id) {
        return uuid(id).flatMap(it -> announcements.publishedPages(new MeetingId(it)))
                .map(it -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .cacheControl(Pages.CACHED)
                        .eTag(Pages.etag(it))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.inline()
                                        .filename("Bekanntmachung.pdf", StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(it))
                .orElseGet(() -> pages.notFound(Reader.of(request)));
    }

    @GetMapping("/minutes/{id:[0-9a-f-]+}")
    ResponseEntity<byte[]> minutes(HttpServletRequest request, @PathVariable String id) {
        return page(request, "minutes", id, it -> register.minutes(new MinutesId(it)), it -> Map.of("minutes", it));
    }

    @GetMapping("/minutes/{id:[0-9a-f-]+}.pdf")
    ResponseEntity<?> minutesAsPdf(HttpServletRequest request, @PathVariable String id) {
        var file = uuid(id).flatMap(it -> register.minutes(new MinutesId(it)))
                .flatMap(it -> files.publicContent(it.file()));
        if (file.isEmpty()) {
            return pages.notFound(Reader.of(request));
        }
        var summary = file.get().file();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(Pages.CACHED)
                .eTag('"' + summary.hash() + '"')
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(summary.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileResource(file.get()));
    }

    @GetMapping("/organizations")
    ResponseEntity<byte[]> organizations(HttpServletRequest request) {
        return page(
                request,
                "organizations",
                Map.of(
                        "byKind",
                        register.organizations().stream()
                                .collect(groupingBy(
                                        PublicOrganization::classification,
                                        TreeMap::new,
                                        java.util.stream.Collectors.toList()))));
    }

    @GetMapping("/organizations/{id}")
    ResponseEntity<byte[]> organization(HttpServletRequest request, @PathVariable String id) {
        return page(
                request,
                "organization",
                id,
                it -> register.organization(new OrganizationId(it)),
                it -> Map.of(
                        "organization", it,
                        "groups", groups(it),
                        "meetings", register.meetingsOf(it.id(), ON_A_LIST),
                        "circulars", register.circularsOf(it.id(), ON_A_LIST)));
    }

    /** Members by political group, the largest first; who belongs to none comes last. */
    private static List<Group> groups(PublicOrganization organization) {
        var byGroup = new LinkedHashMap<String, List<PublicOrganization.Member>>();
        organization
                .members()
                .forEach(it -> byGroup.computeIfAbsent(
                                it.group() == null ? "" : it.group(), name -> new java.util.ArrayList<>())
                        .add(it));
        return byGroup.entrySet().stream()
                .map(it -> new Group(it.getKey(), it.getValue().getFirst().groupColor(), it.getValue()))
                .sorted(Comparator.<Group>comparingInt(it -> it.name().isEmpty() ? 1 : 0)
                        .thenComparing(it -> -it.members().size())
                        .thenComparing(Group::name))
                .toList();
    }

    /**
     * @param name empty for members without a group
     * @param color as {@code #rrggbb}
     */
    record Group(String name, @Nullable String color, List<PublicOrganization.Member> members) {}

    @GetMapping("/persons/{id}")
    ResponseEntity<byte[]> person(HttpServletRequest request, @PathVariable String id) {
        return page(request, "person", id, it -> register.person(new PersonId(it)), it -> Map.of("person", it));
    }

    @GetMapping("/decisions")
    ResponseEntity<byte[]> decisions(
            HttpServletRequest request, @RequestParam(name = "before", defaultValue = "") String before) {
        var found = register.decisions(place(before), ON_A_LIST + 1);
        var model = new HashMap<String, Object>();
        model.put("decisions", found.stream().limit(ON_A_LIST).toList());
        if (found.size() > ON_A_LIST) {
            var last = found.get(ON_A_LIST - 1);
            model.put("older", new ListPlace(last.decidedAt(), last.id().value()).toString());
        }
        model.put("circulars", before.isEmpty() ? register.circulars(ON_HOME) : List.of());
        return page(request, "decisions", model);
    }

    @GetMapping("/decisions/{id}")
    ResponseEntity<byte[]> decision(HttpServletRequest request, @PathVariable String id) {
        return page(
                request,
                "decision",
                id,
                it -> register.decision(new PublicDecisionId(it)),
                it -> Map.of(
                        "decision",
                        it,
                        "known",
                        register.known(it.votes().stream()
                                .map(PublicDecision.NamedVote::person)
                                .toList())));
    }

    @GetMapping("/circular-resolutions/{id}")
    ResponseEntity<byte[]> circular(HttpServletRequest request, @PathVariable String id) {
        return page(
                request,
                "circular",
                id,
                it -> register.circular(new CircularId(it)),
                it -> Map.of(
                        "circular",
                        it,
                        "known",
                        register.known(it.votes().stream()
                                .map(PublicDecision.NamedVote::person)
                                .toList())));
    }

    @GetMapping("/papers")
    ResponseEntity<byte[]> papers(
            HttpServletRequest request, @RequestParam(name = "before", defaultValue = "") String before) {
        var found = register.papers(place(before), ON_A_LIST + 1);
        var model = new HashMap<String, Object>();
        model.put("papers", found.stream().limit(ON_A_LIST).toList());
        if (found.size() > ON_A_LIST) {
            var last = found.get(ON_A_LIST - 1);
            model.put("older", new ListPlace(last.releasedAt(), last.id().value()).toString());
        }
        return page(request, "papers", model);
    }

    @GetMapping("/papers/{id}")
    ResponseEntity<byte[]> paper(HttpServletRequest request, @PathVariable String id) {
        return page(request, "paper", id, it -> register.paper(new PaperId(it)), it -> Map.of("paper", it));
    }

    @GetMapping("/search")
    ResponseEntity<byte[]> search(
            HttpServletRequest request,
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestParam(name = "page", defaultValue = "1") String number) {
        var asked = query.strip();
        asked = asked.length() > LONGEST_QUERY ? asked.substring(0, LONGEST_QUERY) : asked;
        var shown = number.matches("[1-9][0-9]?") ? Integer.parseInt(number) : 1;
        var result = register.search(asked, (shown - 1) * ON_A_SEARCH, ON_A_SEARCH);
        return page(
                request,
                "search",
                Map.of(
                        "query", asked,
                        "result", result,
                        "number", shown,
                        "zone", zone(),
                        "hasMore", shown * ON_A_SEARCH < result.found()));
    }

    @GetMapping("/imprint")
    ResponseEntity<byte[]> imprint(HttpServletRequest request) {
        return page(request, "imprint", Map.of());
    }

    @GetMapping("/accessibility")
    ResponseEntity<byte[]> accessibility(HttpServletRequest request) {
        return page(request, "accessibility", Map.of());
    }

    private List<PublicMeeting> toCome(int most) {
        return register.meetingsFrom(clock.instant().minus(STILL_NEXT), most);
    }

    /** The zone of the first municipality; all of one installation lie in the same. */
    private ZoneId zone() {
        return register.bodies().stream().findFirst().map(PublicBody::zone).orElse(ZoneId.of("Europe/Berlin"));
    }

    /** None if somebody changed the address: they see the latest. */
    private static @Nullable ListPlace place(String text) {
        return ListPlace.parse(text).orElse(null);
    }

    private <T> ResponseEntity<byte[]> page(
            HttpServletRequest request,
            String template,
            String id,
            java.util.function.Function<UUID, Optional<T>> find,
            java.util.function.Function<T, Map<String, ?>> model) {
        return uuid(id).flatMap(find)
                .map(it -> page(request, template, model.apply(it)))
                .orElseGet(() -> pages.notFound(Reader.of(request)));
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, String template, Map<String, ?> model) {
        request.setAttribute(PageCache.MAY_BE_REMEMBERED, true);
        return pages.page(Reader.of(request), template, model);
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
