package de.ratssaal.identity.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;

/**
 * Signing in by the city's own directory. The directory is asked for its addresses when somebody uses it for the first time,
 * so that the application starts while the directory is down. What the directory hands out is read once and forgotten.
 */
@Configuration
@EnableConfigurationProperties(DirectorySettings.class)
class DirectoryConfiguration {

    /** What the registration is called in addresses. */
    static final String CITY = "city";

    private static final String PATH = SecurityConfiguration.LOGIN + "/directory";
    private static final String GO = PATH + "/go";

    /** Where people are sent to the directory. */
    static final String START = GO + "/" + CITY;

    @Bean
    @Order(0)
    @ConditionalOnProperty("ratssaal.oidc.issuer")
    SecurityFilterChain directorySignIn(HttpSecurity http, DirectorySettings settings, DirectoryAnswers answers) {
        var directory = new SupplierClientRegistrationRepository(() -> ask(settings));
        return http.securityMatcher(PATH + "/**")
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                // the directory's own sign-in is never that of a session here
                .securityContext(it -> it.securityContextRepository(new NullSecurityContextRepository()))
                .oauth2Login(it -> it.loginPage(SecurityConfiguration.LOGIN)
                        .clientRegistrationRepository(directory)
                        .authorizedClientRepository(new ForgottenTokens())
                        .authorizationEndpoint(there -> there.authorizationRequestResolver(resolver(directory)))
                        .redirectionEndpoint(back -> back.baseUri(PATH + "/back/*"))
                        .successHandler(answers::accepted)
                        .failureHandler(answers::refused))
                .addFilterBefore(new DirectoryReachable(directory), OAuth2AuthorizationRequestRedirectFilter.class)
                .headers(it -> it.contentSecurityPolicy(
                        policy -> policy.policyDirectives(SecurityConfiguration.STRICT_POLICY)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static InMemoryClientRegistrationRepository ask(DirectorySettings settings) {
        return new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(CITY)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri("{baseUrl}" + PATH + "/back/{registrationId}")
                .scope("openid", "email", "profile")
                .build());
    }

    /** With a proof key, so that a code read on its way is worth nothing (RFC 7636). */
    private static DefaultOAuth2AuthorizationRequestResolver resolver(ClientRegistrationRepository directory) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(directory, GO);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }
}
