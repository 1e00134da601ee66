package de.ratssaal.search;

import de.ratssaal.search.Candidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what whoever acts may read, and nothing else: rights are part of each query, so that numbers, filters, excerpts and
 * proposals know of nothing more.
 */
@Service
@Transactional(readOnly = true)
public class Search {

    private static final int MOST_PROPOSALS = 4;

    private final German german;
    private final Readership readership;
    private final Candidates candidates;

    Search(German german, Readership readership, Candidates candidates) {
        this.german = german;
        this.readership = readership;
        this.candidates = candidates;
    }

    /** @throws org.springframework.security.access.AccessDeniedException if nobody is signed in */
    public SearchAnswer find(SearchRequest request) {
        var reach = readership.ofWhoActs();
        var asked = Asked.read(request.text(), german);
        if (asked.isEmpty() || reach.isNone()) {
            return SearchAnswer.NOTHING;
        }
        var query = new Candidates.Query(asked, request.filter(), reach);
        var found = candidates.find(query, request.order());
        var groups = groups(found.rows(), request.order());
        var from = Math.clamp((request.page() - 1L) * SearchAnswer.PAGE, 0, groups.size());
        var shown = groups.subList(from, Math.min(groups.size(), from + SearchAnswer.PAGE));
        return new SearchAnswer(
                groups.size(),
                found.isMore(),
                hits(shown, asked, reach),
                counts(groups),
                groups.isEmpty() ? suggestion(asked, request.filter(), reach) : null);
    }

    /** Entries of the same thing, the best one first. */
    private record Group(Candidate best, int entries) {}

    private static List<Group> groups(List<Candidate> rows, SearchRequest.Order order) {
        var bySubject = new LinkedHashMap<UUID, List<Candidate>>();
        rows.forEach(it -> bySubject
                .computeIfAbsent(it.subject(), none -> new ArrayList<>())
                .add(it));
        var best = Comparator.comparingDouble(Candidate::rank);
        var latest = Comparator.comparing((Group it) -> it.best().happensAt())
                .reversed()
                .thenComparing(it -> it.best().subject());
        return bySubject.values().stream()
                .map(it -> new Group(it.stream().max(best).orElseThrow(), it.size()))
                .sorted(
                        order == SearchRequest.Order.LATEST
                                ? latest
                                : Comparator.comparingDouble(
                                                (Group it) -> it.best().rank())
                                        .reversed()
                                        .thenComparing(latest))
                .toList();
    }

    private List<SearchHit> hits(List<Group> shown, Asked asked, Readership.Reach reach) {
        var texts = candidates.texts(shown.stream().map(it -> it.best().id()).toList(), reach);
        var excerpts = new Excerpts(german, asked);
        return shown.stream()
                .flatMap(it -> Stream.ofNullable(texts.get(it.best().id())).map(text -> hit(it, text, excerpts)))
                .toList();
    }

    private static SearchHit hit(Group group, Candidates.Texts text, Excerpts excerpts) {
        var row = group.best();
        return new SearchHit(
                row.kind(),
                row.subject(),
                text.leadsTo(),
                row.page(),
                row.kind() == SearchKind.DOCUMENT ? group.entries() - 1 : 0,
                text.number(),
                excerpts.whole(text.title()),
                text.text().isEmpty() ? List.of() : excerpts.best(text.text()),
                row.organizations(),
                row.happensAt(),
                row.isPublic(),
                row.state());
    }

    private static SearchAnswer.Counts counts(List<Group> groups) {
        var rows = groups.stream().map(Group::best).toList();
        return new SearchAnswer.Counts(
                count(rows.stream().map(Candidate::kind)),
                count(rows.stream().flatMap(it -> it.organizations().stream())),
                latestFirst(count(rows.stream().map(Candidate::year))),
                count(rows.stream().map(Candidate::isPublic)),
                count(rows.stream().map(Candidate::state).filter(it -> !it.isEmpty())));
    }

    private static <T> Map<T, Integer> count(Stream<T> values) {
        var numbers = new HashMap<T, Integer>();
        values.forEach(it -> numbers.merge(it, 1, Integer::sum));
        var sorted = new LinkedHashMap<T, Integer>();
        numbers.entrySet().stream()
                .sorted(Map.Entry.<T, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(it -> it.getKey().toString()))
                .forEach(it -> sorted.put(it.getKey(), it.getValue()));
        return sorted;
    }

    private static Map<Integer, Integer> latestFirst(Map<Integer, Integer> years) {
        var sorted = new TreeMap<Integer, Integer>(Comparator.reverseOrder());
        sorted.putAll(years);
        return sorted;
    }

    /** Another spelling is proposed only if it finds something that whoever asks may read. */
    private @Nullable String suggestion(Asked asked, SearchFilter filter, Readership.Reach reach) {
        for (var word : asked.singleWords()) {
            for (var other : candidates.alike(word, MOST_PROPOSALS)) {
                var text = asked.text().replace(word, other);
                var instead = Asked.read(text, german);
                if (!instead.isEmpty() && candidates.findsAnything(new Candidates.Query(instead, filter, reach))) {
                    return text;
                }
            }
        }
        return null;
    }
}
