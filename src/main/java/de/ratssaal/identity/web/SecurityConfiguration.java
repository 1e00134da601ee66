package de.ratssaal.identity.web;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import de.ratssaal.identity.AccountAuthentication;
import de.ratssaal.identity.EmbeddedSite;
import de.ratssaal.identity.Sessions;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Two sides: the members' application and its interface below {@code /app} and {@code /api}, where everything is denied
 * that is not allowed, and the public side, which has no sessions and only ever reads. Files stand between: everybody may
 * ask for them, and the module that keeps them decides by who asks.
 */
@Configuration
class SecurityConfiguration {

    static final String LOGIN = "/app/login";
    static final String LOGOUT = "/app/logout";

    /** Vaadin's client runs generated code; a policy without these exceptions is not possible before Vaadin allows it. */
    private static final String APPLICATION_POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'%1$s; style-src 'self' 'unsafe-inline';"
                    + " frame-src 'self'%1$s;"
                    + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; media-src 'self' blob:;"
                    + " worker-src 'self' blob:; object-src 'self'; base-uri 'self'; form-action 'self';"
                    + " frame-ancestors 'self'";

    static final String STRICT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; media-src 'self'; manifest-src 'self'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    /** As strict, but a player of streams hands what it has gathered to the browser's own. */
    private static final String PUBLIC_POLICY = STRICT_POLICY.replace("media-src 'self'", "media-src 'self' blob:");

    /** The sign-in pages: no Vaadin, no exceptions, open to everybody. */
    @Bean
    @Order(1)
    SecurityFilterChain signInPages(
            HttpSecurity http, Sessions sessions, BrowserSessions browsers, SessionCookies cookies) {
        return http.securityMatcher(LOGIN, LOGIN + "/**")
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .addFilterBefore(new SessionFilter(sessions, browsers, cookies), CsrfFilter.class)
                .exceptionHandling(it -> it.accessDeniedHandler((request, response, denied) ->
                        response.sendRedirect(request.getContextPath() + LOGIN + "?again")))
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(STRICT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(policy ->
                                policy.policy(CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain membersApplication(
            HttpSecurity http,
            Sessions sessions,
            BrowserSessions browsers,
            SessionCookies cookies,
            NavigationAccessControl views,
            List<EmbeddedSite> embedded) {
        views.setLoginView(LOGIN);
        var sites = embedded.stream()
                .map(EmbeddedSite::origin)
                .filter(it -> !it.isEmpty())
                .toList();
        var policy =
                APPLICATION_POLICY.formatted(sites.stream().map(it -> " " + it).collect(Collectors.joining()));
        var media = sites.stream().map(it -> " \"" + it + "\"").collect(Collectors.joining("", "(self", ")"));
        return http.securityMatcher("/app", "/app/**")
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.anyRequest(it -> it.authenticated()))
                .addFilterBefore(new SessionFilter(sessions, browsers, cookies), CsrfFilter.class)
                .exceptionHandling(it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(LOGIN)))
                .logout(it -> it.logoutUrl(LOGOUT)
                        .addLogoutHandler((request, response, authentication) -> {
                            if (authentication instanceof AccountAuthentication account) {
                                sessions.signOut(account.session());
                            }
                            cookies.forget(request, response);
                        })
                        .logoutSuccessHandler(toSignInPage()))
                .headers(it -> it.contentSecurityPolicy(header -> header.policyDirectives(policy))
                        .referrerPolicy(header -> header.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frames -> frames.sameOrigin())
                        .permissionsPolicyHeader(header -> header.policy(
                                "camera=%1$s, microphone=%1$s, display-capture=%1$s, geolocation=(), payment=()"
                                        .formatted(media))))
                .build();
    }

    /** Signing out happens in a request of Vaadin's client, which has to be told in its own way where to go. */
    private static LogoutSuccessHandler toSignInPage() {
        var redirect = new UidlRedirectStrategy();
        return (request, response, authentication) -> redirect.sendRedirect(request, response, LOGIN + "?signed-out");
    }

    /** What scripts of the members' application ask for: signed in, with the token in each changing request. */
    @Bean
    @Order(3)
    SecurityFilterChain membersInterface(
            HttpSecurity http, Sessions sessions, BrowserSessions browsers, SessionCookies cookies) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(it -> it.anyRequest().authenticated())
                .addFilterBefore(new SessionFilter(sessions, browsers, cookies), CsrfFilter.class)
                .exceptionHandling(it ->
                        it.authenticationEntryPoint(new SignedOutAnswer()).accessDeniedHandler(new ForbiddenAnswer()))
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(STRICT_POLICY)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * What a device asks that keeps meetings, also when nobody is signed in: it shows a token of its own in each request and
     * never a cookie, so that nothing can be asked in somebody's name.
     */
    @Bean
    @Order(0)
    SecurityFilterChain devicesThatKeepMeetings(HttpSecurity http) {
        return http.securityMatcher("/api/offline/standing", "/api/offline/emptied")
                .authorizeHttpRequests(it -> it.requestMatchers(HttpMethod.POST)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(it ->
                        it.authenticationEntryPoint(new SignedOutAnswer()).accessDeniedHandler(new ForbiddenAnswer()))
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(STRICT_POLICY)))
                .build();
    }

    /** What the operator's own video server tells and asks: it shows a secret of its own with each event, and never a cookie. */
    @Bean
    @Order(0)
    SecurityFilterChain videoServer(HttpSecurity http) {
        return http.securityMatcher("/api/conference/jitsi/**")
                .authorizeHttpRequests(it -> it.requestMatchers(HttpMethod.POST, "/api/conference/jitsi/events/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/conference/jitsi/keys/*")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(it ->
                        it.authenticationEntryPoint(new SignedOutAnswer()).accessDeniedHandler(new ForbiddenAnswer()))
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(STRICT_POLICY)))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain fileAddresses(
            HttpSecurity http, Sessions sessions, BrowserSessions browsers, SessionCookies cookies) {
        return http.securityMatcher("/files/**")
                .authorizeHttpRequests(SecurityConfiguration::readOnly)
                .addFilterBefore(new SessionFilter(sessions, browsers, cookies), CsrfFilter.class)
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(STRICT_POLICY)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain publicSide(HttpSecurity http) {
        return http.securityMatcher("/**")
                .authorizeHttpRequests(it -> {
                    // the address is secret and its own proof
                    it.requestMatchers(HttpMethod.POST, "/decline/*").permitAll();
                    readOnly(it);
                })
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(PUBLIC_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .cacheControl(cache -> cache.disable())
                        .permissionsPolicyHeader(policy -> policy.policy(
                                "camera=(), microphone=(), display-capture=(), geolocation=(), payment=()")))
                .build();
    }

    private static void readOnly(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD)
                .permitAll()
                .anyRequest()
                .denyAll();
    }
}
