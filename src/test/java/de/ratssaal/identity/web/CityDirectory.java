package de.ratssaal.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** The directory of a city: a real OpenID Connect provider on a port of its own, in which tests enter people. */
final class CityDirectory implements AutoCloseable {

    static final String CLIENT = "ratssaal";
    static final String SECRET = "a secret of the directory";
    static final String PASSWORD = "password";

    /** Header with name and password, in place of a sign-in page. */
    static final String SIGNS_IN = "X-Signs-In";

    /** What the directory says of somebody. */
    record Entry(String mail, boolean verified) {}

    private static final Map<String, Entry> ENTRIES = new ConcurrentHashMap<>();

    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();

    private CityDirectory() {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource("directory", Map.of("server.port", "0", "server.address", "127.0.0.1")));
        context.register(Provider.class);
        context.refresh();
    }

    static CityDirectory start() {
        return new CityDirectory();
    }

    /** Under another name than the application, as cookies do not tell ports apart. */
    String issuer() {
        return "http://127.0.0.1:" + context.getWebServer().getPort();
    }

    /** Tells the directory where the application answers. */
    void answersAt(String redirect) {
        context.getBean(InMemoryRegisteredClientRepository.class).save(client(redirect));
    }

    void enter(String subject, Entry entry) {
        ENTRIES.put(subject, entry);
    }

    @Override
    public void close() {
        context.close();
    }

    private static RegisteredClient client(String redirect) {
        return RegisteredClient.withId("1")
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirect)
                .scope("openid")
                .scope("email")
                .scope("profile")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /** Not found by the application's own search for components. */
    @TestConfiguration
    @EnableWebSecurity
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Provider {

        @Bean
        SecurityFilterChain endpoints(HttpSecurity http) {
            return http.with(new OAuth2AuthorizationServerConfigurer(), it -> it.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(it -> it.anyRequest().authenticated())
                    .addFilterAfter(new WhoSignsIn(), SecurityContextHolderFilter.class)
                    .csrf(it -> it.disable())
                    .build();
        }

        @Bean
        SecurityContextHolderStrategy contexts() {
            return new PresentStrategy();
        }

        @Bean
        InMemoryRegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(client("http://localhost/not-known-yet"));
        }

        @Bean
        AuthorizationServerSettings addresses() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        com.nimbusds.jose.jwk.source.JWKSource<com.nimbusds.jose.proc.SecurityContext> keys() throws Exception {
            var key = new com.nimbusds.jose.jwk.gen.RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            return new com.nimbusds.jose.jwk.source.ImmutableJWKSet<>(new com.nimbusds.jose.jwk.JWKSet(key));
        }

        @Bean
        JwtDecoder readsItsOwnTokens(
                com.nimbusds.jose.jwk.source.JWKSource<com.nimbusds.jose.proc.SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> whatIsSaidOfSomebody() {
            return token -> {
                var entry = ENTRIES.get(token.getPrincipal().getName());
                if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue()) && entry != null) {
                    token.getClaims().claim("email", entry.mail()).claim("email_verified", entry.verified());
                }
            };
        }
    }

    /** Takes the place of the directory's own sign-in page: a name and a password with the request. */
    private static final class WhoSignsIn extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var shown = request.getHeader(SIGNS_IN);
            if (shown != null && shown.endsWith(":" + PASSWORD)) {
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                shown.substring(0, shown.indexOf(':')),
                                "",
                                List.of(FactorGrantedAuthority.fromAuthority(
                                        FactorGrantedAuthority.PASSWORD_AUTHORITY)))));
            }
            chain.doFilter(request, response);
        }
    }

    /** The strategy of this moment: the application that starts later in the same process brings its own. */
    private static final class PresentStrategy implements SecurityContextHolderStrategy {

        @Override
        public void clearContext() {
            SecurityContextHolder.clearContext();
        }

        @Override
        public SecurityContext getContext() {
            return SecurityContextHolder.getContext();
        }

        @Override
        public Supplier<SecurityContext> getDeferredContext() {
            return SecurityContextHolder.getDeferredContext();
        }

        @Override
        public void setContext(SecurityContext context) {
            SecurityContextHolder.setContext(context);
        }

        @Override
        public void setDeferredContext(Supplier<SecurityContext> context) {
            SecurityContextHolder.setDeferredContext(context);
        }

        @Override
        public SecurityContext createEmptyContext() {
            return SecurityContextHolder.createEmptyContext();
        }
    }
}
