{{/* The three services, in the order in which data passes them. */}}
{{- define "ledgerline.services" -}}
ingest report notify
{{- end -}}

{{/* The port a service listens on: its own default, so that no setting can disagree with it. */}}
{{- define "ledgerline.containerPort" -}}
{{- get (dict "ingest" "8081" "report" "8082" "notify" "8083") . -}}
{{- end -}}

{{- define "ledgerline.chartName" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* Prefix of all names; short enough to leave room for "-ingest", "-metrics" and the like. */}}
{{- define "ledgerline.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- $name := include "ledgerline.chartName" . -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Call: (dict "root" $ "service" "ingest"). Name of a service's objects. */}}
{{- define "ledgerline.serviceName" -}}
{{- printf "%s-%s" (include "ledgerline.fullname" .root) .service -}}
{{- end -}}

{{- define "ledgerline.chartLabels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/part-of: ledgerline
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Call: (dict "root" $ "service" "ingest"). Labels that never change: a Deployment's selector is fixed for ever. */}}
{{- define "ledgerline.selectorLabels" -}}
app.kubernetes.io/name: {{ include "ledgerline.chartName" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .service }}
{{- end -}}

{{- define "ledgerline.labels" -}}
{{ include "ledgerline.chartLabels" .root }}
{{ include "ledgerline.selectorLabels" . }}
{{- end -}}

{{- define "ledgerline.serviceAccountName" -}}
{{- $settings := include "ledgerline.settings" . | fromYaml -}}
{{- if $settings.serviceAccount.create -}}
{{- default (include "ledgerline.serviceName" .) $settings.serviceAccount.name -}}
{{- else -}}
{{- default "default" $settings.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* Call: (dict "root" $ "service" "ingest"). What holds for all services with the service's own settings over it. */}}
{{- define "ledgerline.settings" -}}
{{- $all := deepCopy .root.Values.defaults -}}
{{- $own := deepCopy (index .root.Values .service) -}}
{{- toYaml (mergeOverwrite $all $own) -}}
{{- end -}}

{{/* Call: (dict "root" $ "service" "ingest"). A digest goes before a tag, a service's tag before the common one. */}}
{{- define "ledgerline.image" -}}
{{- $image := (index .root.Values .service).image -}}
{{- $repository := $image.repository -}}
{{- if .root.Values.image.registry -}}
{{- $repository = printf "%s/%s" .root.Values.image.registry $image.repository -}}
{{- end -}}
{{- if $image.digest -}}
{{- printf "%s@%s" $repository $image.digest -}}
{{- else -}}
{{- printf "%s:%s" $repository (coalesce $image.tag .root.Values.image.tag .root.Chart.AppVersion) -}}
{{- end -}}
{{- end -}}
