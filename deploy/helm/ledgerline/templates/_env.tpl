{{/*
Environment of the services. What is no secret comes from ConfigMaps; secrets are only ever named.
A map's key in an environment name stands between double underscores: _STATIC_KEYS__ADMIN__SHA256.
*/}}

{{/* Call: (dict "name" ENV "secret" name "key" key). */}}
{{- define "ledgerline.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end -}}

{{/* Call: (dict "root" $ "name" "admin"). The stored form of a key that a service accepts. */}}
{{- define "ledgerline.staticKeyEnv" -}}
{{- $secret := include "ledgerline.require" (dict "root" .root "path" "access.secretName" "what" "the Secret with the bootstrap and service keys.") -}}
{{ include "ledgerline.secretEnv" (dict "name" (printf "LEDGERLINE_ACCESS_STATIC_KEYS__%s__SHA256" (upper .name)) "secret" $secret "key" (printf "%s-sha256" .name)) }}
{{- end -}}

{{/* Call: (dict "root" $ "service" "ingest"). Entries that every service has. */}}
{{- define "ledgerline.commonSecretEnv" -}}
{{- $root := .root -}}
{{- $values := $root.Values -}}
{{- $own := index $values .service -}}
{{- $password := include "ledgerline.require" (dict "root" $root "path" (printf "%s.database.passwordSecretName" .service) "what" (printf "the Secret with the password of the role %s." $own.database.user)) -}}
{{ include "ledgerline.secretEnv" (dict "name" "LEDGERLINE_DATABASE_PASSWORD" "secret" $password "key" $own.database.passwordSecretKey) }}
{{- with $values.objectStore.credentials }}
{{- if .secretName }}
{{ include "ledgerline.secretEnv" (dict "name" "LEDGERLINE_OBJECT_STORE_ACCESS_KEY" "secret" .secretName "key" .accessKeyKey) }}
{{ include "ledgerline.secretEnv" (dict "name" "LEDGERLINE_OBJECT_STORE_SECRET_KEY" "secret" .secretName "key" .secretKeyKey) }}
{{- end }}
{{- end }}
{{ include "ledgerline.staticKeyEnv" (dict "root" $root "name" "admin") }}
{{- if $values.metrics.enabled }}
{{ include "ledgerline.staticKeyEnv" (dict "root" $root "name" "metrics") }}
{{- end }}
{{- if hasPrefix "SASL" $values.kafka.securityProtocol }}
{{- $jaas := include "ledgerline.require" (dict "root" $root "path" "kafka.sasl.secretName" "what" "the Secret with the JAAS line for the broker.") }}
{{ include "ledgerline.secretEnv" (dict "name" "KAFKA_SASL_JAAS_CONFIG" "secret" $jaas "key" $values.kafka.sasl.jaasConfigKey) }}
{{- end }}
{{- end -}}

{{/* Entries of one service alone: whose keys it accepts, and its own key for the service it reads from. */}}
{{- define "ledgerline.ingest.secretEnv" -}}
{{ include "ledgerline.staticKeyEnv" (dict "root" .root "name" "report") }}
{{- end -}}

{{- define "ledgerline.report.secretEnv" -}}
{{ include "ledgerline.staticKeyEnv" (dict "root" .root "name" "notify") }}
{{ include "ledgerline.secretEnv" (dict "name" "LEDGERLINE_INGEST_API_KEY" "secret" .root.Values.access.secretName "key" "report-key") }}
{{- with .root.Values.reports.links }}
{{- if .secretName }}
{{ include "ledgerline.secretEnv" (dict "name" "LEDGERLINE_DOWNLOADS_SECRET" "secret" .secretName "key" .secretKey) }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "ledgerline.notify.secretEnv" -}}
{{ include "ledgerline.secretEnv" (dict "name" "LEDGERLINE_REPORT_API_KEY" "secret" .root.Values.access.secretName "key" "notify-key") }}
{{- with .root.Values.mail.credentials }}
{{- if .secretName }}
{{ include "ledgerline.secretEnv" (dict "name" "QUARKUS_MAILER_USERNAME" "secret" .secretName "key" .usernameKey) }}
{{ include "ledgerline.secretEnv" (dict "name" "QUARKUS_MAILER_PASSWORD" "secret" .secretName "key" .passwordKey) }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Plain settings that every service has. */}}
{{- define "ledgerline.commonConfig" -}}
{{- $own := index .root.Values .service -}}
{{- with .root.Values -}}
LEDGERLINE_DATABASE_HOST: {{ include "ledgerline.require" (dict "root" $.root "path" "database.host" "what" "the host name of PostgreSQL.") | quote }}
LEDGERLINE_DATABASE_PORT: {{ .database.port | quote }}
LEDGERLINE_DATABASE_NAME: {{ .database.name | quote }}
LEDGERLINE_DATABASE_USER: {{ $own.database.user | quote }}
KAFKA_BOOTSTRAP_SERVERS: {{ include "ledgerline.require" (dict "root" $.root "path" "kafka.bootstrapServers" "what" "host:port of one or several brokers.") | quote }}
KAFKA_SECURITY_PROTOCOL: {{ .kafka.securityProtocol | quote }}
{{- if .kafka.saslMechanism }}
KAFKA_SASL_MECHANISM: {{ .kafka.saslMechanism | quote }}
{{- end }}
{{- if .objectStore.endpoint }}
LEDGERLINE_OBJECT_STORE_ENDPOINT: {{ .objectStore.endpoint | quote }}
{{- end }}
LEDGERLINE_OBJECT_STORE_REGION: {{ .objectStore.region | quote }}
LEDGERLINE_OBJECT_STORE_PATH_STYLE: {{ .objectStore.pathStyle | quote }}
LEDGERLINE_ACCESS_STATIC_KEYS__ADMIN__ROLES: admin,operator
{{- if .access.trustedProxies }}
LEDGERLINE_ACCESS_GUESSING_TRUSTED_PROXIES: {{ .access.trustedProxies | quote }}
{{- end }}
{{- if .access.oidc.issuer }}
{{ include "ledgerline.oidcConfig" .access.oidc }}
{{- end }}
{{- if .metrics.enabled }}
LEDGERLINE_ACCESS_STATIC_KEYS__METRICS__ROLES: viewer
{{- end }}
{{- if .tracing.endpoint }}
QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT: {{ .tracing.endpoint | quote }}
{{- end }}
QUARKUS_LOG_CONSOLE_JSON_ENABLED: {{ .logging.json | quote }}
{{- end }}
{{- end -}}

{{/* Call with the values of access.oidc. A comma within a value is written as \, between values as it is. */}}
{{- define "ledgerline.oidcConfig" -}}
LEDGERLINE_ACCESS_OIDC_ISSUER: {{ .issuer | quote }}
LEDGERLINE_ACCESS_OIDC_AUDIENCE: {{ include "ledgerline.list" .audience }}
LEDGERLINE_ACCESS_OIDC_TENANT_CLAIM: {{ .tenantClaim | quote }}
LEDGERLINE_ACCESS_OIDC_ROLES_CLAIM: {{ .rolesClaim | quote }}
LEDGERLINE_ACCESS_OIDC_ALLOW_HTTP: {{ .allowHttp | quote }}
{{- if .discoveryUrl }}
LEDGERLINE_ACCESS_OIDC_DISCOVERY_URL: {{ .discoveryUrl | quote }}
{{- end }}
{{- if .jwksUrl }}
LEDGERLINE_ACCESS_OIDC_JWKS_URL: {{ .jwksUrl | quote }}
{{- end }}
{{- if .tenant }}
LEDGERLINE_ACCESS_OIDC_TENANT: {{ .tenant | quote }}
{{- end }}
{{- if .roles.ingest }}
LEDGERLINE_ACCESS_OIDC_ROLES_INGEST: {{ include "ledgerline.list" .roles.ingest }}
{{- end }}
{{- if .roles.viewer }}
LEDGERLINE_ACCESS_OIDC_ROLES_VIEWER: {{ include "ledgerline.list" .roles.viewer }}
{{- end }}
{{- if .roles.billingAdmin }}
LEDGERLINE_ACCESS_OIDC_ROLES_BILLING_ADMIN: {{ include "ledgerline.list" .roles.billingAdmin }}
{{- end }}
{{- if .roles.admin }}
LEDGERLINE_ACCESS_OIDC_ROLES_ADMIN: {{ include "ledgerline.list" .roles.admin }}
{{- end }}
{{- if .accountsClaim }}
LEDGERLINE_ACCESS_OIDC_ACCOUNTS_CLAIM: {{ .accountsClaim | quote }}
{{- end }}
{{- if .costCentresClaim }}
LEDGERLINE_ACCESS_OIDC_COST_CENTRES_CLAIM: {{ .costCentresClaim | quote }}
{{- end }}
{{- end -}}

{{/* Call with a list of texts. */}}
{{- define "ledgerline.list" -}}
{{- $escaped := list -}}
{{- range . -}}
{{- $escaped = append $escaped (replace "," "\\," .) -}}
{{- end -}}
{{ join "," $escaped | quote }}
{{- end -}}

{{- define "ledgerline.ingest.config" -}}
LEDGERLINE_ACCESS_STATIC_KEYS__REPORT__ROLES: service
LEDGERLINE_INLET_S3_ENABLED: {{ .root.Values.s3Inlet.enabled | quote }}
LEDGERLINE_INLET_S3_POLL_INTERVAL: {{ .root.Values.s3Inlet.pollInterval | quote }}
{{- range $name, $location := .root.Values.s3Inlet.locations }}
{{- $env := printf "LEDGERLINE_INLET_S3_LOCATIONS__%s__" (upper $name) }}
{{ $env }}BUCKET: {{ $location.bucket | quote }}
{{- if $location.prefix }}
{{ $env }}PREFIX: {{ $location.prefix | quote }}
{{- end }}
{{- if $location.tenant }}
{{ $env }}TENANT: {{ $location.tenant | quote }}
{{- end }}
{{- end }}
{{- with .root.Values.retention }}
{{- if .keepMonths }}
LEDGERLINE_RETENTION_KEEP_MONTHS: {{ .keepMonths | quote }}
{{- end }}
{{- if .closedAfter }}
LEDGERLINE_RETENTION_CLOSED_AFTER: {{ .closedAfter | quote }}
{{- end }}
{{- if .archiveBucket }}
LEDGERLINE_RETENTION_ARCHIVE_BUCKET: {{ .archiveBucket | quote }}
LEDGERLINE_RETENTION_ARCHIVE_PREFIX: {{ .archivePrefix | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "ledgerline.report.config" -}}
CHARGEBACK_USAGE_REPORT_ENABLED: {{ .root.Values.chargebackUsageReportEnabled | quote }}
{{- with .root.Values.adminUserList }}
ADMIN_USER_LIST: {{ join "," . | quote }}
{{- end }}
LEDGERLINE_ACCESS_STATIC_KEYS__NOTIFY__ROLES: service
LEDGERLINE_OBJECT_STORE_BUCKET: {{ include "ledgerline.require" (dict "root" .root "path" "objectStore.bucket" "what" "the bucket of report artifacts.") | quote }}
LEDGERLINE_INGEST_URL: {{ printf "http://%s:%d" (include "ledgerline.serviceName" (dict "root" .root "service" "ingest")) (include "ledgerline.servicePort" (dict "root" .root "service" "ingest") | int) | quote }}
{{- if .root.Values.reports.signing.secretName }}
LEDGERLINE_SIGNING_PRIVATE_KEY_FILE: /etc/ledgerline/signing/{{ .root.Values.reports.signing.secretKey }}
{{- end }}
{{- with .root.Values.ingress }}
{{- if .enabled }}
LEDGERLINE_DOWNLOADS_BASE_URL: {{ printf "%s://%s" (ternary "https" "http" (ne .tlsSecretName "")) .host | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "ledgerline.notify.config" -}}
LEDGERLINE_REPORT_URL: {{ printf "http://%s:%d" (include "ledgerline.serviceName" (dict "root" .root "service" "report")) (include "ledgerline.servicePort" (dict "root" .root "service" "report") | int) | quote }}
{{- with .root.Values.mail }}
QUARKUS_MAILER_HOST: {{ include "ledgerline.require" (dict "root" $.root "path" "mail.host" "what" "the SMTP server that sends reports.") | quote }}
QUARKUS_MAILER_PORT: {{ .port | quote }}
QUARKUS_MAILER_FROM: {{ include "ledgerline.require" (dict "root" $.root "path" "mail.from" "what" "the sender address of reports.") | quote }}
QUARKUS_MAILER_START_TLS: {{ .startTls | quote }}
QUARKUS_MAILER_TLS: {{ .tls | quote }}
{{- end }}
{{- with .root.Values.ingress }}
{{- if .enabled }}
LEDGERLINE_CHANNEL_EMAIL_DOWNLOAD_URL: {{ printf "%s://%s" (ternary "https" "http" (ne .tlsSecretName "")) .host | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "ledgerline.servicePort" -}}
{{- (include "ledgerline.settings" . | fromYaml).service.port -}}
{{- end -}}

{{/* Call: (dict "root" $ "service" "ingest"). All plain settings of one service. */}}
{{- define "ledgerline.config" -}}
{{ include "ledgerline.commonConfig" . }}
{{ include (printf "ledgerline.%s.config" .service) . }}
{{- end -}}
