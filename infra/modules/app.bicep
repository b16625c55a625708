// The service: replicas of one image behind Azure's front end, which ends TLS. Container Apps cannot make a root file system
// read-only; in the image nothing of the program belongs to the user that it runs as, and the volume at /tmp is for scratch
// (docs/deploy.md, "What the program may write to").
param name string
param location string
param image string
param registryServer string
param identityId string
param identityClientId string
param allowedTenants string
param teamsAppId string
param tabClientId string
param caseworkChannel string
param activityFeed string
param hostName string
param vaultUri string
param mailFrom string
param subnetId string
param logsName string
param operatorsId string
param minReplicas int
param maxReplicas int

var port = 3978
var host = empty(hostName) ? '${name}.${appEnvironment.properties.defaultDomain}' : hostName
var mail = empty(mailFrom)
  ? []
  : [
      {
        name: 'MAIL_FROM'
        value: mailFrom
      }
      {
        name: 'MAIL_SERVER'
        secretRef: 'mail-server'
      }
    ]

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: logsName
}

resource appEnvironment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
    vnetConfiguration: { infrastructureSubnetId: subnetId }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    zoneRedundant: true
  }
}

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: appEnvironment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 10
      ingress: {
        external: true
        allowInsecure: false
        targetPort: port
        transport: 'http'
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: [
        {
          name: 'database-url'
          keyVaultUrl: '${vaultUri}secrets/database-url'
          identity: identityId
        }
        {
          name: 'data-key'
          keyVaultUrl: '${vaultUri}secrets/data-key'
          identity: identityId
        }
        {
          name: 'mail-server'
          keyVaultUrl: '${vaultUri}secrets/mail-server'
          identity: identityId
        }
      ]
    }
    template: {
      // Longer than the ten seconds in which the service answers what is in flight.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'can-i-post'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat(
            [
              {
                name: 'RUN_MODE'
                value: 'deployed'
              }
              {
                name: 'PORT'
                value: string(port)
              }
              {
                name: 'DATA_DIR'
                value: '/tmp/can-i-post'
              }
              {
                name: 'BOT_TYPE'
                value: 'UserAssignedMSI'
              }
              {
                name: 'CLIENT_ID'
                value: identityClientId
              }
              {
                name: 'TENANT_ID'
                value: tenant().tenantId
              }
              {
                name: 'ALLOWED_TENANTS'
                value: allowedTenants
              }
              {
                name: 'TEAMS_APP_ID'
                value: teamsAppId
              }
              {
                name: 'AAD_APP_CLIENT_ID'
                value: tabClientId
              }
              {
                name: 'CASEWORK_CHANNEL'
                value: caseworkChannel
              }
              {
                name: 'ACTIVITY_FEED'
                value: activityFeed
              }
              {
                name: 'TAB_ENDPOINT'
                value: 'https://${host}/tab'
              }
              {
                name: 'DATABASE_URL'
                secretRef: 'database-url'
              }
              {
                name: 'DATA_KEY'
                secretRef: 'data-key'
              }
            ],
            mail
          )
          volumeMounts: [
            {
              volumeName: 'scratch'
              mountPath: '/tmp'
            }
          ]
          // The port opens once policy and store have been read. A store that goes away later must not take every replica
          // out of service: members are told that nothing was lost.
          probes: [
            {
              type: 'Startup'
              tcpSocket: { port: port }
              periodSeconds: 5
              failureThreshold: 24
            }
            {
              type: 'Liveness'
              tcpSocket: { port: port }
              periodSeconds: 15
              failureThreshold: 4
            }
            {
              type: 'Readiness'
              tcpSocket: { port: port }
              periodSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'requests'
            http: { metadata: { concurrentRequests: '40' } }
          }
          {
            name: 'processor'
            custom: {
              type: 'cpu'
              metadata: {
                type: 'Utilization'
                value: '70'
              }
            }
          }
        ]
      }
      volumes: [
        {
          name: 'scratch'
          storageType: 'EmptyDir'
        }
      ]
    }
  }
}

resource noReplica 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-no-replica'
  location: 'global'
  properties: {
    description: 'No replica of the bot runs: reports cannot be made.'
    severity: 0
    enabled: true
    scopes: [app.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'replicas'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'microsoft.app/containerapps'
          metricName: 'Replicas'
          operator: 'LessThan'
          threshold: 1
          timeAggregation: 'Maximum'
        }
      ]
    }
    actions: [{ actionGroupId: operatorsId }]
  }
}

resource failures 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-failures'
  location: 'global'
  properties: {
    description: 'Requests from Teams fail inside the bot.'
    severity: 2
    enabled: true
    scopes: [app.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'server errors'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'microsoft.app/containerapps'
          metricName: 'Requests'
          dimensions: [
            {
              name: 'statusCodeCategory'
              operator: 'Include'
              values: ['5xx']
            }
          ]
          operator: 'GreaterThan'
          threshold: 10
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [{ actionGroupId: operatorsId }]
  }
}

output host string = host
