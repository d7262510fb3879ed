{{/* One sentence for each value that has no safe default: what to set and what it is for. */}}
{{- define "ledgerline.require" -}}
{{- $path := .path -}}
{{- $value := .root.Values -}}
{{- range splitList "." $path -}}
{{- $value = index $value . -}}
{{- end -}}
{{- required (printf "Set the value '%s': %s" $path .what) $value -}}
{{- end -}}

{{/* Checks that cannot be a schema's: they span several values. */}}
{{- define "ledgerline.checks" -}}
{{- if and (hasPrefix "SASL" .Values.kafka.securityProtocol) (not .Values.kafka.saslMechanism) -}}
{{- fail (printf "Set the value 'kafka.saslMechanism': the protocol %s needs one, for example SCRAM-SHA-512." .Values.kafka.securityProtocol) -}}
{{- end -}}
{{- if and .Values.s3Inlet.enabled (not .Values.s3Inlet.locations) -}}
{{- fail "Set the value 's3Inlet.locations': the S3 inlet is enabled but has no place to read from." -}}
{{- end -}}
{{- if and .Values.retention.keepMonths (not .Values.retention.archiveBucket) -}}
{{- fail "Set the value 'retention.archiveBucket': only what is archived may be dropped." -}}
{{- end -}}
{{- if and .Values.access.oidc.issuer (not .Values.access.oidc.audience) -}}
{{- fail "Set the value 'access.oidc.audience': tokens that the issuer made for others are not ours." -}}
{{- end -}}
{{- if and .Values.metrics.serviceMonitor.enabled (not .Values.metrics.enabled) -}}
{{- fail "Set the value 'metrics.enabled' to true: a ServiceMonitor can read nothing without the metrics key." -}}
{{- end -}}
{{- end -}}
