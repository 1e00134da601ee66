package de.ratssaal.search.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.search.SearchFilter;
import de.ratssaal.search.SearchKind;
import de.ratssaal.search.SearchRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is searched, as it stands in the address, so that a search can be kept and sent on. What makes no sense is left out. */
record Question(SearchRequest request) {

    private static final String TEXT = "q";
    private static final String KIND = "kind";
    private static final String ORGANIZATION = "organization";
    private static final String YEAR = "year";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String PUBLIC = "public";
    private static final String STATE = "state";
    private static final String ORDER = "order";
    private static final String PAGE = "page";
    private static final int MOST_PAGES = 60;

    static Question of(Location location) {
        var given = location.getQueryParameters();
        return new Question(new SearchRequest(
                given.getSingleParameter(TEXT).orElse(""),
                new SearchFilter(
                        read(given, KIND, Question::kind),
                        read(given, ORGANIZATION, it -> new OrganizationId(UUID.fromString(it))),
                        read(given, YEAR, it -> it.matches("[1-9][0-9]{3}") ? Integer.valueOf(it) : null),
                        read(given, FROM, LocalDate::parse),
                        read(given, TO, LocalDate::parse),
                        read(given, PUBLIC, Boolean::valueOf),
                        read(given, STATE, it -> it.matches("[A-Z_]{1,40}") ? it : null)),
                "latest".equals(given.getSingleParameter(ORDER).orElse(""))
                        ? SearchRequest.Order.LATEST
                        : SearchRequest.Order.BEST,
                Optional.ofNullable(read(given, PAGE, Integer::valueOf))
                        .map(it -> Math.clamp(it, 1, MOST_PAGES))
                        .orElse(1)));
    }

    private static @Nullable SearchKind kind(String text) {
        return Arrays.stream(SearchKind.values())
                .filter(it -> it.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static <T> @Nullable T read(QueryParameters given, String name, Function<String, @Nullable T> reading) {
        try {
            return given.getSingleParameter(name).map(reading::apply).orElse(null);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null; // somebody changed the address
        }
    }

    SearchFilter filter() {
        return request.filter();
    }

    /** The same with other words, from the first hit on; filters go, they belonged to the other words. */
    static Question ask(String text) {
        return new Question(SearchRequest.of(text));
    }

    Question with(SearchFilter filter) {
        return new Question(new SearchRequest(request.text(), filter, request.order(), 1));
    }

    Question with(SearchRequest.Order order) {
        return new Question(new SearchRequest(request.text(), request.filter(), order, 1));
    }

    Question page(int page) {
        return new Question(new SearchRequest(request.text(), request.filter(), request.order(), page));
    }

    QueryParameters parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(TEXT, request.text());
        put(parameters, KIND, filter().kind());
        put(parameters, ORGANIZATION, filter().organization());
        put(parameters, YEAR, filter().year());
        put(parameters, FROM, filter().from());
        put(parameters, TO, filter().to());
        put(parameters, PUBLIC, filter().isPublic());
        put(parameters, STATE, filter().state());
        put(parameters, ORDER, request.order() == SearchRequest.Order.LATEST ? "latest" : null);
        put(parameters, PAGE, request.page() == 1 ? null : request.page());
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    /** Address below {@code /app}. */
    String address() {
        return new Location(SearchView.PATH, parameters()).getPathWithQueryParameters();
    }
}
