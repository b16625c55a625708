// PostgreSQL, reachable from the network only. Bodies of records are sealed before they get here (SECURITY.md).
param name string
param location string
@secure()
param password string
param sku string
param tier string
param standby bool
param subnetId string
param privateDnsZoneId string

var owner = 'canipost'

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  sku: {
    name: sku
    tier: tier
  }
  properties: {
    version: '17'
    administratorLogin: owner
    administratorLoginPassword: password
    authConfig: {
      activeDirectoryAuth: 'Disabled'
      passwordAuth: 'Enabled'
    }
    storage: {
      storageSizeGB: 32
      autoGrow: 'Enabled'
    }
    backup: {
      backupRetentionDays: 35
      geoRedundantBackup: 'Disabled'
    }
    highAvailability: { mode: standby ? 'ZoneRedundant' : 'Disabled' }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: privateDnsZoneId
    }
    maintenanceWindow: {
      customWindow: 'Enabled'
      dayOfWeek: 0
      startHour: 3
      startMinute: 0
    }
  }

  resource database 'databases' = {
    name: 'canipost'
    properties: {
      charset: 'UTF8'
      collation: 'en_US.utf8'
    }
  }

  resource encrypted 'configurations' = {
    name: 'require_secure_transport'
    properties: {
      value: 'on'
      source: 'user-override'
    }
  }
}

output owner string = owner
output host string = server.properties.fullyQualifiedDomainName
output name string = server::database.name
