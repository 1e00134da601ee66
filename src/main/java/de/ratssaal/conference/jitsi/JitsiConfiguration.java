package de.ratssaal.conference.jitsi;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(JitsiSettings.class)
class JitsiConfiguration {}
